"""The headers of a progress sheet (进展), in the order of the template."""

from domain.columns import Reports
from ingest.aliases.column import Column

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
