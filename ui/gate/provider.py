"""Signing in with an identity provider (OpenID Connect): code flow with state, nonce and PKCE."""

import asyncio
import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from logging import getLogger
from typing import Any, cast
from urllib.parse import urlencode

import httpx
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, KeySetSerialization
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from store import accounts
from texts import Texts
from ui.gate.asked import Asked, within
from ui.gate.doorkeeper import Doorkeeper

_COOKIE = "plan_signing_in"  # sent along when the provider leads back: it holds no session
_FIVE_MINUTES_S = 300
_PATIENCE_S = 10
_ALGORITHMS = ["RS256", "PS256", "ES256"]
_LOG = getLogger(__name__)


class Provider:
    """One identity provider; its addresses and keys are asked of itself."""

    def __init__(self, keeper: Doorkeeper) -> None:
        self._keeper = keeper
        self._issuer, self._client, self._secret = keeper.login.oidc
        self._known: dict[str, Any] | None = None

    async def ask(self, request: Request, there: str, t: Texts) -> Response:
        """Send the browser to the provider, and remember in a short cookie what was asked."""
        remembered = {name: secrets.token_urlsafe(32) for name in ("state", "nonce", "verifier")}
        try:
            about = await self._about()
        except (httpx.HTTPError, ValueError, KeyError) as trouble:
            _LOG.warning("the identity provider does not answer: %s", trouble)
            return Response(t("gate.provider_failed"), 503, media_type="text/plain; charset=utf-8")
        question = {
            "response_type": "code",
            "client_id": self._client,
            "redirect_uri": self._back(request),
            "scope": "openid profile",
            "state": remembered["state"],
            "nonce": remembered["nonce"],
            "code_challenge": _challenge(remembered["verifier"]),
            "code_challenge_method": "S256",
        }
        response = RedirectResponse(f"{about['authorization_endpoint']}?{urlencode(question)}", 303)
        kept = urlsafe_b64encode(json.dumps({**remembered, "next": there}).encode()).decode()
        encrypted = Asked.of(request.scope, self._keeper.login).encrypted
        response.set_cookie(
            _COOKIE,
            kept,
            max_age=_FIVE_MINUTES_S,
            httponly=True,
            secure=encrypted,
            samesite="lax",
            path="/login",
        )
        return response

    async def answered(self, request: Request) -> tuple[str, str] | None:
        """Return the account of whoever the provider signed in and where they were headed.

        Nothing when the answer does not belong to this browser's question, or says no.
        """
        try:
            kept = json.loads(urlsafe_b64decode(request.cookies.get(_COOKIE, "")))
            if not secrets.compare_digest(kept["state"], request.query_params.get("state", "")):
                return None
            claims = await self._claims(request, kept)
        except (httpx.HTTPError, JoseError, ValueError, KeyError, TypeError) as trouble:
            _LOG.warning("the identity provider's answer was refused: %r", trouble)
            return None
        name = await asyncio.to_thread(self._account_of, claims)
        return name, within(str(kept["next"]))

    def forget(self, response: Response) -> None:
        """Drop the short cookie."""
        response.delete_cookie(_COOKIE, path="/login")

    async def _claims(self, request: Request, kept: dict[str, str]) -> dict[str, Any]:
        about = await self._about()
        token = await self._redeemed(about["token_endpoint"], request, kept["verifier"])
        keys = KeySet.import_key_set(cast("KeySetSerialization", await _fetched(about["jwks_uri"])))
        claims = jwt.decode(token["id_token"], keys, algorithms=_ALGORITHMS).claims
        jwt.JWTClaimsRegistry(
            now=int(self._keeper.now().timestamp()),
            leeway=60,
            iss={"essential": True, "value": about["issuer"]},
            aud={"essential": True, "value": self._client},
            exp={"essential": True},
            nonce={"essential": True, "value": kept["nonce"]},
            sub={"essential": True},
        ).validate(claims)
        return claims

    async def _redeemed(self, address: str, request: Request, verifier: str) -> dict[str, Any]:
        """Give the provider its code and our secret for what it says about the person."""
        form = {
            "grant_type": "authorization_code",
            "code": request.query_params["code"],
            "redirect_uri": self._back(request),
            "code_verifier": verifier,
        }
        async with httpx.AsyncClient(timeout=_PATIENCE_S) as line:
            answer = await line.post(address, data=form, auth=(self._client, self._secret))
        answer.raise_for_status()
        said: dict[str, Any] = answer.json()
        return said

    def _account_of(self, claims: dict[str, Any]) -> str:
        """Return the account bound to this person, else the name that an administrator must bind.

        A name is no proof: at another provider it may be somebody else's.
        """
        subject = subject_of(claims["iss"], claims["sub"])
        found = accounts.by_subject(self._keeper.ledger(), subject)
        return found.name if found else subject

    async def _about(self) -> dict[str, Any]:
        if self._known is None:
            issuer = self._issuer.rstrip("/")
            about = await _fetched(f"{issuer}/.well-known/openid-configuration")
            if str(about["issuer"]).rstrip("/") != issuer:
                raise ValueError(about["issuer"])
            self._known = about
        return self._known

    def _back(self, request: Request) -> str:
        asked = Asked.of(request.scope, self._keeper.login)
        scheme = "https" if asked.encrypted else "http"
        return f"{scheme}://{asked.headers['host']}/login/back"


def subject_of(issuer: str, sub: str) -> str:
    """Name a person of a provider, as ``manage.py account add --subject`` binds them.

    >>> subject_of("https://id.example/", "42")
    'https://id.example 42'
    """
    return f"{issuer.rstrip('/')} {sub}"


def _challenge(verifier: str) -> str:
    return urlsafe_b64encode(sha256(verifier.encode()).digest()).decode().rstrip("=")


async def _fetched(address: str) -> dict[str, Any]:
    async with httpx.AsyncClient(timeout=_PATIENCE_S) as client:
        answer = await client.get(address)
        answer.raise_for_status()
        said: dict[str, Any] = answer.json()
        return said
