"""Headings that offices use and we know, though their contents have no place in our tables."""

import re

from ingest.aliases.column import SERIAL
from ingest.aliases.progress import PROGRESS
from ingest.aliases.projects import PROJECTS
from ingest.aliases.tasks import TASKS

YEARS = "建设年限"  # a span of time: read into planned start and finish where those are missing

_OTHERS = {
    YEARS: "建设起止时间 建设起止年限 起止年限 项目工期 建设工期 建设期限 项目建设期限 建设周期 "
    "起止时间 建设起止年月 起止年限(年)",
    "项目级别": "省级或市级重点项目 重点级别 双十类别 级别",
    "项目性质": "性质",
    "建设地点": "属地 所属区域 片区 片区名称 所属开发区 所属辖区 区县市 区县 "
    "所属区块 县市区 县(市、区)",
    "建设内容及规模": "建设规模及主要建设内容 建设内容 项目内容 建设规模和内容 建设规模及内容 "
    "主要建设内容 主要建设内容及规模 建设规模",
    "资金来源": "投资主体 资金拼盘 来源说明",
    "项目业主单位": "业主单位 建设单位 项目业主 项目单位 企业名称 项目建设单位 实施单位 承办单位 "
    "业主(责任)单位 业主、法人(责任)单位及负责人 投资方 投资单位 项目法人",
    "配合单位": "协办单位 服务单位 代办单位 协办部门 参与单位",
    "联系人": "联络人 责任人 负责人 项目负责人 具体责任人",
    "联系电话": "电话 电话、电子邮箱及传真 联系方式 手机",
    "实际开工时间": "今年开工时间 开工时间 实际开工时间(发改) 实际开始时间",
    "实际竣工时间": "今年竣工时间 竣工时间 实际竣工时间(发改) 实际完成时间",
    "年度目标任务": "年度目标 本年度工作目标 形象进度目标 工作目标 YYYY年目标任务 YYYY年工作目标",
    "截至上年底累计完成投资": "至YYYY年底累计完成投资 开工至上一年度底累计完成投资 "
    "截至上年底完成投资 截至YYYY年底完成投资 截至YYYY年底累计完成投资 至上年底累计完成投资",
    "报告期": "期间 月份 旬 统计周期 统计期 季度 最近上报期",
    "填报责任单位": "",
    "年度计划投资(上报)": "",
    "与序时进度差距": "与序时进度差距(百分点)",
    "本月计划投资": "月计划投资额 计划完成投资",
    "本月完成投资": "月完成投资 当月完成投资额 当月已完成投资 旬完成投资额 当月完成投资",
    "1-X月累计完成投资": "今年累计完成投资 本年累计完成投资 年度累计完成投资 1-月累计完成投资 "
    "年初至报告期累计完成投资 年实际完成投资 年初至今累计完成投资",
    "完成年度计划%": "占年度计划 投资完成率 投资完成比例 完成年度投资计划% 占年计划 年度投资进度 "
    "完成率 完成比例",
    "自开工累计完成投资": "开工累计完成投资 开工至报告期累计完成投资 项目累计投资 累计完成投资",
    "占总投资%": "占总投资",
    "形象进度": "目前项目建设形象进度 工程形象进度 本月进展 目前进展情况 项目进展 进展情况 "
    "完成进度 项目进度 工作进展 目前形象进度 1-月工程形象进度",
    "是否入统": "是否入库 纳统 入统时间 是否入统(发改)",
    "到位资金": "累计到位资金 年度资金到位 到资金额 至上年底累计资金到位",
    "存在问题": "项目建设中存在问题 问题和建议 存在的问题 困难问题",
    "问题类别": "问题类型(征拆/用地/资金/手续) 问题类型",
    "需协调事项": "需协调解决问题 需要省、市协调解决问题 需协调解决的问题",
    "下步计划": "下步打算 下一步工作措施 下步措施 下一步措施 下一步计划",
    "填报人": "填表人",
    "审核人": "审核标识",
    "任务来源": "来源描述 来源文号 督查事项来源",
    "工作目标": "任务目标 量化指标 目标要求 完成标准",
    "分管领导": "牵头领导 包抓领导",
    "开始时间": "起始时间",
    "办理状态": "任务状态 完成情况 状态",
    "延期说明": "未完成原因 延期原因",
    "领导批示": "领导批注",
    "佐证材料": "完成附件文件 附件",
    "灯号": "亮灯 红黄绿 督查单颜色",
    "判定依据": "",
}
_EXPLAINED = re.compile(r"(?:\([^()]*\)|亿元|万元|%)$")
_THROUGH = re.compile(r"(?:\d{1,2}[-~至到—–]+\d{0,2}|截[至止]\d{1,2})月(?:份|底|末)?")
_IN_MONTH = re.compile(r"^(?:\d{1,2}月份?|当月)")
_KNOWN = {alias: name for name, also in _OTHERS.items() for alias in (name, *also.split())}
_WORDS = frozenset({"项目", "任务", "级别", "性质", "电话", "期间", "单位", "状态", "月份", "说明"})
_HEADINGS = frozenset(
    {
        SERIAL,
        *(name for name in _KNOWN),
        *(one.header for kind in (PROGRESS, PROJECTS, TASKS) for one in kind),
        *(alias for kind in (PROGRESS, PROJECTS, TASKS) for one in kind for alias in one.aliases),
    }
    - _WORDS
)


def known_heading(plain: str) -> str | None:
    """Return the standard name of a plain heading whose contents are not kept.

    >>> known_heading("1-9月累计完成投资(万元)"), known_heading("9月完成投资")
    ('1-X月累计完成投资', '本月完成投资')
    >>> known_heading("建设规模和内容"), known_heading("起止年限(年)"), known_heading("优先级")
    ('建设内容及规模', '建设年限', None)
    """
    monthly = _IN_MONTH.sub("本月", _THROUGH.sub("1-月", plain))
    return _KNOWN.get(monthly) or _KNOWN.get(_EXPLAINED.sub("", monthly))


def is_heading(cell: str) -> bool:
    """Tell whether a cell holds nothing but a heading we know, in its plain spelling.

    >>> is_heading("总投资"), is_heading("序号"), is_heading("码头")
    (True, True, False)
    """
    return cell in _HEADINGS
