import pytest

from export.browser import find_browser
from export.caption import Caption
from export.engine import PictureEngine
from texts import Texts, catalogue


@pytest.fixture(scope="session")
def engine():
    if find_browser() is None:
        pytest.skip("no browser on this machine")
    with PictureEngine() as engine:
        yield engine


@pytest.fixture
def t() -> Texts:
    return catalogue("zh")


@pytest.fixture
def caption() -> Caption:
    return Caption(
        title="新乡高新区推进黄河流域生态保护和高质量发展重点项目总投资及年度计划完成情况",
        zone="新乡高新区",
        as_of="截至2026年10月底",
        unit_of_measure="亿元",
        rule="红黄绿规则：与序时进度相差不低于−5个百分点为绿，−5至−15为黄，低于−15为红。",
        source="各责任单位2026年10月填报，台账第12版",
        illustrative=True,
    )
