"""The headers of a task table (任务台账)."""

from domain.columns import Tasks
from ingest.aliases.column import SERIAL, Column

TASKS = (
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
