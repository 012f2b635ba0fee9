"""The standard headers of each kind of sheet and the other headers offices write for them."""

from dataclasses import dataclass

from domain.columns import Projects, Reports, Tasks
from ingest.report import SheetKind


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the typed table and how sheets head it; ``also`` is separated by spaces."""

    name: str
    header: str
    also: str = ""
    weak: str = ""  # stands for this column only when nothing better does
    required: bool = False
    expected: bool = False  # its absence is worth a word
    telling: bool = False  # tells this kind of sheet from the others
    money: bool = False

    @property
    def aliases(self) -> tuple[str, ...]:
        """Every header that certainly means this column, besides the standard one."""
        return tuple(self.also.split())


SERIAL = "序号"

PROGRESS = (
    Column(
        Reports.PERIOD,
        "期间",
        "月份 报告期 填报月份 报告月份 统计期间 填报期间",
        required=True,
        telling=True,
    ),
    Column(
        Reports.KIND, "类别", "类型 事项类别 项目类别 类别(项目/任务)", required=True, telling=True
    ),
    Column(Reports.ITEM_ID, "编号", "项目编号 任务编号 事项编号 项目(任务)编号", required=True),
    Column(Reports.ITEM_NAME, "名称", "项目名称 任务名称 事项名称 项目(任务)名称", required=True),
    Column(
        Reports.RESPONSIBLE_UNIT,
        "责任单位",
        "牵头单位 责任部门 牵头责任单位 填报单位 单位",
        required=True,
    ),
    Column(
        Reports.PERCENT_PPM,
        "完成进度",
        "进度 进度(%) 完成比例 形象进度(%) 完成率",
        required=True,
        telling=True,
    ),
    Column(
        Reports.DONE_TOTAL_YUAN,
        "累计完成投资",
        "累计投资 截至目前累计完成投资 自开工累计完成投资 开工累计完成投资 项目累计投资",
        expected=True,
        telling=True,
        money=True,
    ),
    Column(
        Reports.PROGRESS, "工作进展", "进展情况 工作进展情况 目前进展", expected=True, telling=True
    ),
    Column(
        Reports.PROBLEM,
        "存在问题",
        "问题 存在的问题 存在问题及建议 困难问题",
        expected=True,
        telling=True,
    ),
    Column(Reports.REPORTER, "填报人", "填报人员 联系人 填表人", expected=True, telling=True),
    Column(
        Reports.YEAR_PLAN_YUAN,
        "年度计划投资",
        "本年计划投资 今年计划投资 年度投资计划 本年度计划完成投资 年计划完成投资 YYYY年计划投资",
        money=True,
    ),
    Column(
        Reports.DONE_YTD_YUAN,
        "本年累计完成投资",
        "今年累计完成投资 年度累计完成投资 年初至报告期累计完成投资 年初至今累计完成投资",
        money=True,
    ),
    Column(Reports.PROBLEM_TYPE, "问题类别", "问题类型"),
    Column(Reports.COORDINATION, "需协调事项", "需协调解决问题 需协调解决事项 需协调解决的问题"),
    Column(Reports.NEXT_STEP, "下步计划", "下步打算 下一步计划 下一步工作措施 下一步措施 下步措施"),
    Column(Reports.REMARK, "备注", "说明"),
)
_PROJECTS = (
    Column(Projects.ID, "项目编号", "编号 项目代码 项目编码", SERIAL, required=True),
    Column(Projects.NAME, "项目名称", "项目全称 名称 项目简称", required=True, telling=True),
    Column(Projects.ALSO_CALLED, "文中别名", "别名 又名 曾用名", telling=True),
    Column(
        Projects.PHASE,
        "阶段",
        "建设阶段 项目阶段 实际建设阶段 建设性质 项目性质 项目状态",
        telling=True,
    ),
    Column(
        Projects.TOTAL_YUAN,
        "总投资",
        "项目总投资 计划总投资 估算投资 项目投资估算 总投资额",
        expected=True,
        telling=True,
        money=True,
    ),
    Column(
        Projects.CHAIN,
        "产业链",
        "产业类别 所属产业链 所属行业 行业分类 大类 项目类别 项目类型",
        "行业",
        telling=True,
    ),
    Column(Projects.CHAIN_BASIS, "归链依据", telling=True),
    Column(Projects.CHAIN_SOURCE, "归链原句", telling=True),
    Column(
        Projects.RESPONSIBLE_UNITS,
        "责任单位",
        "牵头单位 挂钩责任单位 市或县挂钩责任单位 分管局委 负责单位",
    ),
    Column(
        Projects.LEADER,
        "分包领导",
        "包联领导 挂点领导 项目挂点领导 挂钩领导 联系领导 责任领导 区级责任领导",
        telling=True,
    ),
    Column(
        Projects.SERVICE_OFFICER,
        "首席服务专员",
        "首席服务员 服务专员 项目管家 首席服务官",
        telling=True,
    ),
    Column(Projects.PLANNED_START, "计划开工时间", "拟开工时间", telling=True),
    Column(Projects.PLANNED_FINISH, "计划竣工时间", "拟竣工时间 计划完工时间", telling=True),
    Column(
        Projects.YEAR_PLAN_YUAN,
        "年度计划投资",
        "YYYY年计划投资 YYYY年计划投资额 今年计划投资 年度投资计划 "
        "本年度计划完成投资 年计划完成投资",
        money=True,
    ),
    Column(Projects.SOURCE_TASK, "来源任务", "所属任务 来源任务编号", telling=True),
    Column(Projects.SOURCE, "来源原句"),
    Column(Projects.REMARK, "备注", "说明"),
)
_TASKS = (
    Column(Tasks.ID, "任务编号", "编号", SERIAL, required=True, telling=True),
    Column(Tasks.SECTION, "章节", "重点工作 任务类别 维度", "类别 分组"),
    Column(
        Tasks.NAME,
        "任务名称",
        "工作任务 主要任务 督办事项 督查事项 任务清单",
        "任务内容 名称",
        required=True,
        telling=True,
    ),
    Column(Tasks.MEASURES, "分项措施", "具体措施 工作措施", telling=True),
    Column(
        Tasks.RESPONSIBLE_UNITS,
        "责任单位",
        "配合单位 协办部门 协办单位 参与单位 责任单位(配合) 配合责任单位",
    ),
    Column(Tasks.LEAD_UNIT, "牵头单位", "牵头部门 主办单位 责任单位(牵头) 牵头责任单位"),
    Column(
        Tasks.DUE,
        "完成时限",
        "办结时限 计划完成时间 完成时间 时间节点 完成时间节点",
        telling=True,
    ),
    Column(Tasks.SOURCE, "责任单位原句", "来源原句"),
    Column(Tasks.FULL_TEXT, "任务原文", "原文", "任务内容", telling=True),
    Column(Tasks.REMARK, "备注", "说明"),
)

COLUMNS: dict[SheetKind, tuple[Column, ...]] = {
    SheetKind.PROGRESS: PROGRESS,
    SheetKind.PROJECTS: _PROJECTS,
    SheetKind.TASKS: _TASKS,
}


def column_named(kind: SheetKind, name: str) -> Column:
    """Return the column of a kind by its name in the typed table.

    Raises:
        KeyError: when the kind has no such column.
    """
    for column in COLUMNS[kind]:
        if column.name == name:
            return column
    raise KeyError(name)
