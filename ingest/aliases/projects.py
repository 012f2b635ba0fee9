"""The headers of a project table (项目库)."""

from domain.columns import Projects
from ingest.aliases.column import SERIAL, Column

PROJECTS = (
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
    Column(
        Projects.PLANNED_START,
        "计划开工时间",
        "拟开工时间 计划开始时间 计划开工日期 计划开工年月 预计开工时间",
        telling=True,
    ),
    Column(
        Projects.PLANNED_FINISH,
        "计划竣工时间",
        "拟竣工时间 计划完工时间 计划完成时间 计划竣工日期 计划竣工年月 预计竣工时间 "
        "预计完工时间 计划建成时间",
        telling=True,
    ),
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
