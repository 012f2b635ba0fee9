"""The name of an account that somebody vouched for; what is typed into a field never is one."""

from typing import Self

from domain.audited import Via


class Signed(str):
    """An account's name from the gate's own session, or from the server's command line.

    >>> Signed("张三") == "张三", Signed("张三").via.value
    (True, 'web')
    """

    __slots__ = ("via",)

    via: Via

    def __new__(cls, name: str, via: Via = Via.WEB) -> Self:
        """Sign a name; only the gate and manage.py do that."""
        signed = super().__new__(cls, name)
        signed.via = via
        return signed


def via_of(actor: str) -> Via:
    """Return by which door an actor came."""
    return actor.via if isinstance(actor, Signed) else Via.LOCAL
