"""What answers before any page does."""

import pytest

from tests.browser.server import answer
from tests.pages.reader import WITHOUT_LOGIN
from texts import catalogue

pytestmark = pytest.mark.xdist_group("browser")
t = catalogue("zh")


def test_a_deep_link_as_the_very_first_request_comes_through_the_door(office, screen_of):
    page = screen_of(office).open("/investment").page
    assert page.locator("h1").all_inner_texts() == [t("page.investment")]
    assert page.get_by_test_id("stSidebarNavLink").count() == len(WITHOUT_LOGIN)
    assert not page.get_by_text(t("access.denied")).count()


def test_the_health_check_answers(office):
    assert answer(office, "/_stcore/health") == (200, "ok")


def test_the_page_itself_is_chinese_before_any_script_has_run(office):
    code, index = answer(office, "/")
    assert code == 200
    assert '<html lang="zh-CN">' in index
    assert f"<title>{t('app.name')}</title>" in index
