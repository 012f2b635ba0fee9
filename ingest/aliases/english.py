"""The English headings of our own workbooks, read as the Chinese ones they stand for."""

import re

_MEASURES = {  # without spaces, as headings are compared
    "(CNYm)": "(百万元)",
    "(CNY100m)": "(亿元)",  # as our own workbooks had it before
    "(%)": "(%)",
}
_HEADINGS = {
    "No.": "序号",
    "Period": "期间",
    "Kind": "类别",
    "Number": "编号",
    "Name": "名称",
    "Responsible unit": "责任单位",
    "Percent done": "完成进度",
    "Done since the start": "累计完成投资",
    "Year plan": "年度计划投资",
    "Year plan (reported)": "年度计划投资(上报)",
    "Done this year": "本年累计完成投资",
    "Completion of the year plan": "投资完成率",
    "Gap to the schedule (points)": "与序时进度差距(百分点)",
    "Judged by": "判定依据",
    "Light": "灯号",
    "Last reported": "最近上报期",
    "Reporting unit": "填报责任单位",
    "Progress": "工作进展",
    "Problems": "存在问题",
    "Type of problem": "问题类别",
    "Needs coordination": "需协调事项",
    "Next step": "下步计划",
    "Remark": "备注",
    "Reporter": "填报人",
    "Project number": "项目编号",
    "Project": "项目名称",
    "Also called": "文中别名",
    "Phase": "阶段",
    "Total investment": "总投资",
    "Chain": "产业链",
    "Basis of the chain": "归链依据",
    "Sentence on the chain": "归链原句",
    "Responsible units": "责任单位",
    "Leader": "分包领导",
    "Service officer": "首席服务专员",
    "Planned start": "计划开工时间",
    "Planned finish": "计划竣工时间",
    "Source task": "来源任务",
    "Source sentence": "来源原句",
    "Task number": "任务编号",
    "Section": "章节",
    "Task": "任务名称",
    "Measures": "分项措施",
    "Lead unit": "牵头单位",
    "Due": "完成时限",
    "Full text": "任务原文",
}
_WORDS = {
    "Project": "项目",
    "Task": "任务",
    "Being planned": "谋划",
    "Starting": "新开工",
    "Under construction": "在建",
    "Completed": "竣工",
    "stated by the plan": "计划原文",
    "inferred": "推断",
}
_PLAIN = {name.replace(" ", ""): chinese for name, chinese in _HEADINGS.items()}
_MEASURED = re.compile(rf"({'|'.join(map(re.escape, _MEASURES))})$")


def in_chinese(plain: str) -> str:
    """Return a heading without spaces in Chinese where it is one of ours, else as it is.

    Its unit of measure is ours in any case.

    >>> in_chinese("Totalinvestment(CNYm)"), in_chinese("Percentdone"), in_chinese("Budget")
    ('总投资(百万元)', '完成进度', 'Budget')
    """
    name, *measure = _MEASURED.split(plain)
    return _PLAIN.get(name, name) + _MEASURES.get("".join(measure), "")


def word_in_chinese(text: str) -> str:
    """Return a word of our own English workbooks as the ledger keeps it, any other as it is.

    >>> word_in_chinese("Task"), word_in_chinese("Under construction"), word_in_chinese("在建")
    ('任务', '在建', '在建')
    """
    return _WORDS.get(text, text)
