"""The two screens of the gate itself, written by the server: signing in, and one's own account."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from store import passwords
from store.accounts import Account
from texts import Texts

_STYLE = Path(__file__).with_name("screens.css").read_text("utf-8")
_NAMES = {"zh": "中文", "en": "English"}


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence above a form: an error, or good news."""

    sentence: str
    is_error: bool = True


def sign_in(t: Texts, *, onward: str, name: str = "", notice: Notice | None = None) -> str:
    """Return the form for a name and a password."""
    fields = (
        _field("name", t("gate.name"), kind="text", complete="username", filled=name),
        _field("password", t("gate.password"), complete="current-password"),
    )
    form = _form("/login", fields, t("gate.enter"), t=t, hidden={"next": onward})
    return _screen(t, t("gate.title"), notice, form, other=f"/login?next={onward}&lang=")


def elsewhere(t: Texts, notice: Notice, *, retry: str) -> str:
    """Return the screen of somebody whom an identity provider or a gateway did not let in."""
    link = f'<p><a class="button" href="{escape(retry)}">{escape(t("gate.by_provider"))}</a></p>'
    return _screen(t, t("gate.title"), notice, link, other="/login?stay=1&lang=")


def own_account(t: Texts, one: Account, *, has_password: bool, notice: Notice | None) -> str:
    """Return who is signed in, the form for another password, and the ways out."""
    roles = "、".join(t(f"role.role_{role}") for role in sorted(one.roles))
    said = [one.name, t("gate.roles", roles=roles)]
    said += [t("gate.units", units="、".join(sorted(one.units)))] if one.units else []
    lines = "".join(f"<p>{escape(line)}</p>" for line in said)
    change = _change(t) if has_password else f"<p class='hint'>{escape(t('gate.elsewhere'))}</p>"
    ways_out = "".join(
        f'<form method="post" action="/logout">{_hidden({"which": which, "lang": t.language})}'
        f'<button class="quiet">{escape(t(f"gate.{label}"))}</button></form>'
        for which, label in (("this", "sign_out"), ("all", "sign_out_all"))
    )
    back = "" if one.must_change else f'<p><a href="/">{escape(t("gate.back"))}</a></p>'
    inside = f"{lines}{change}<div class='row'>{ways_out}</div>{back}"
    return _screen(t, t("gate.account"), notice, inside, other="/account?lang=")


def _change(t: Texts) -> str:
    hint = f"<p class='hint'>{escape(t('gate.change_hint', least=passwords.LEAST))}</p>"
    fields = (
        _field("old", t("gate.password"), complete="current-password"),
        _field("new", t("gate.new_password"), complete="new-password"),
        _field("again", t("gate.again"), complete="new-password"),
    )
    return f"<h2>{escape(t('gate.change'))}</h2>{hint}" + _form(
        "/account", fields, t("gate.change"), t=t, hidden={}
    )


def _field(
    name: str, label: str, *, complete: str, kind: str = "password", filled: str = ""
) -> str:
    most = passwords.MOST
    return (
        f'<label>{escape(label)}<input name="{name}" type="{kind}" autocomplete="{complete}"'
        f' maxlength="{most}" value="{escape(filled)}" required></label>'
    )


def _form(
    action: str, fields: Iterable[str], button: str, *, t: Texts, hidden: dict[str, str]
) -> str:
    kept = _hidden({**hidden, "lang": t.language})
    inside = "".join(fields)
    return (
        f'<form method="post" action="{action}">{kept}{inside}'
        f"<button>{escape(button)}</button></form>"
    )


def _hidden(said: dict[str, str]) -> str:
    return "".join(
        f'<input type="hidden" name="{name}" value="{escape(one)}">' for name, one in said.items()
    )


def _screen(t: Texts, title: str, notice: Notice | None, inside: str, *, other: str) -> str:
    another = "en" if t.language == "zh" else "zh"
    tongue = "zh-CN" if t.language == "zh" else "en"
    kind = "error" if notice and notice.is_error else "good"
    said = f'<p class="{kind}" role="alert">{escape(notice.sentence)}</p>' if notice else ""
    return (
        f'<!doctype html><html lang="{tongue}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)} · {escape(t('app.name'))}</title><style>{_STYLE}</style></head>"
        f'<body><main><div class="mark"><i></i><i></i><i></i><b>{escape(t("app.name"))}</b></div>'
        f"<h1>{escape(title)}</h1>{said}{inside}</main>"
        f'<footer><a href="{escape(other + another)}">{_NAMES[another]}</a></footer></body></html>'
    )
