"""How far a project is, in the words of offices."""

from domain.columns import Phase
from ingest.aliases.english import word_in_chinese

_PHASES = {
    "前期": Phase.PLANNED,
    "谋划": Phase.PLANNED,
    "储备": Phase.PLANNED,
    "前期谋划": Phase.PLANNED,
    "前期工作": Phase.PLANNED,
    "预备": Phase.PLANNED,
    "未开工": Phase.PLANNED,
    "新建": Phase.STARTING,
    "新开工": Phase.STARTING,
    "拟新开工": Phase.STARTING,
    "拟新建": Phase.STARTING,
    "计划新开工": Phase.STARTING,
    "计划开工": Phase.STARTING,
    "拟开工": Phase.STARTING,
    "当年新开工": Phase.STARTING,
    "在建": Phase.UNDER_WAY,
    "续建": Phase.UNDER_WAY,
    "建设中": Phase.UNDER_WAY,
    "在建续建": Phase.UNDER_WAY,
    "已开工": Phase.UNDER_WAY,
    "结转": Phase.UNDER_WAY,
    "竣工": Phase.FINISHED,
    "完工": Phase.FINISHED,
    "建成": Phase.FINISHED,
    "已竣工": Phase.FINISHED,
    "已建成": Phase.FINISHED,
    "已完工": Phase.FINISHED,
    "投产": Phase.FINISHED,
    "已投产": Phase.FINISHED,
    "竣工投产": Phase.FINISHED,
}


def phase_named(text: str) -> Phase | None:
    """Return the phase that a word stands for.

    >>> [phase_named(word).value for word in ("续建项目", "拟新开工", "前期", "完工")]
    ['在建', '新开工', '谋划', '竣工']
    >>> phase_named("停工") is None
    True
    """
    return _PHASES.get(word_in_chinese(text).removesuffix("项目"))
