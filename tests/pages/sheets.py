"""Progress sheets as an office would send them."""

HEADER = "期间,类别,编号,名称,责任单位,完成进度,累计完成投资(亿元),工作进展,存在问题,填报人"
PIPES_LAID = "2026-10,项目,P02,新乡氢能产业园,经济发展局,66,13.4,管网铺设,,张三"
PLANTING_DONE = "2026-10,任务,T02,持续推进植树造林和绿化建设,社会事务局,88,,绿化验收,,李四"
IMPOSSIBLE = "2026-10,任务,T02,持续推进植树造林和绿化建设,社会事务局,165,,绿化验收,,李四"


def sheet(*rows: str, encoding: str = "gb18030") -> bytes:
    """Return a progress sheet as Excel's「CSV（逗号分隔）」writes it in a Chinese office."""
    return "\r\n".join((HEADER, *rows, "")).encode(encoding)
