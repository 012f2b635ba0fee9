"""How people come in: nobody but the person at this machine, or by one of three logins."""

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from store.people_refusals import LoginSettingError

LOGIN = "PLAN_LOGIN"
HOSTS = "PLAN_HOSTS"
PROXIES = "PLAN_PROXIES"
PROXY_KEY = "PLAN_PROXY_KEY"
PLAIN_HTTP = "PLAN_PLAIN_HTTP"
OIDC = ("PLAN_OIDC_ISSUER", "PLAN_OIDC_CLIENT", "PLAN_OIDC_SECRET")
_FORWARDED = "FORWARDED_ALLOW_IPS"  # would let uvicorn believe any machine about who asks
_LEAST_KEY = 32
_HERE = ("127.0.0.1", "localhost", "::1")


class Backend(StrEnum):
    """One way to sign in; exactly one is active."""

    NONE = ""  # the person at this machine
    ACCOUNTS = "accounts"  # names and passwords of this program
    HEADER = "header"  # a gateway in front signs people in and sends their name
    OIDC = "oidc"  # an identity provider


@dataclass(frozen=True, slots=True)
class Login:
    """The settings of the gate; no secret of theirs is ever shown."""

    backend: Backend = Backend.NONE
    hosts: tuple[str, ...] = _HERE
    proxies: tuple[str, ...] = ()
    proxy_key: str = ""
    plain_http: bool = False
    oidc: tuple[str, ...] = ()  # issuer, client, secret

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Self:
        """Read the settings.

        >>> Login.from_environment({}).backend is Backend.NONE
        True

        Raises:
            LoginSettingError: when a login is asked for that cannot work or is not safe.
        """
        said = environ.get(LOGIN, "").strip().lower()
        if said not in set(Backend):
            raise LoginSettingError("unknown", login=said)
        if environ.get(_FORWARDED):
            raise LoginSettingError("forwarded")
        one = cls(
            backend=Backend(said),
            hosts=(*_HERE, *(host.lower() for host in _listed(environ.get(HOSTS)))),
            proxies=_listed(environ.get(PROXIES)),
            proxy_key=environ.get(PROXY_KEY, ""),
            plain_http=environ.get(PLAIN_HTTP) == "1",
            oidc=tuple(environ.get(name, "") for name in OIDC),
        )
        one._must_be_whole()
        return one

    @property
    def is_asked(self) -> bool:
        """Tell whether people sign in at all."""
        return self.backend is not Backend.NONE

    def must_fit(self, address: str) -> None:
        """Refuse to serve a network without knowing who comes.

        Raises:
            LoginSettingError: naming what to set.
        """
        if is_loopback(address):
            return
        if not self.is_asked:
            raise LoginSettingError("no_login", address=address or "*")
        if self.hosts == _HERE:
            raise LoginSettingError("hosts", address=address or "*")

    def _must_be_whole(self) -> None:
        if self.backend is Backend.HEADER and len(self.proxy_key) < _LEAST_KEY:
            raise LoginSettingError("proxy_key", least=_LEAST_KEY)
        if self.backend is Backend.OIDC and not all(self.oidc):
            missing = [name for name, said in zip(OIDC, self.oidc, strict=True) if not said]
            raise LoginSettingError("oidc", missing=", ".join(missing))


def is_loopback(address: str) -> bool:
    """Tell whether an address is reached from this machine only; an empty one is every address.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback(""), is_loopback("0.0.0.0")
    (True, True, False, False)
    """
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def _listed(said: str | None) -> tuple[str, ...]:
    return tuple(one.strip() for one in (said or "").split(",") if one.strip())
