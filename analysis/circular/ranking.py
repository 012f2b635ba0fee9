"""单位排名: units by reports, by their tasks and by their projects, and the last three."""

from collections.abc import Iterator
from itertools import groupby

import pandas as pd

from analysis.charts.rows import Row, rows_of
from analysis.charts.words import percent
from analysis.circular.rated import BY_REPORTS, Ranking, Rated, rate_units
from analysis.circular.source_rows import together
from analysis.circular.written import Filled, Number, Paragraph, Piece, Source, Style, Wording
from analysis.metrics import unit_ranks
from analysis.metrics.columns import Counted
from analysis.views import supervision
from analysis.views.supervision import Watched
from domain.columns import Reports
from domain.periods import Period

_UNIT = Reports.RESPONSIBLE_UNIT.value


def paragraphs(
    seen: Watched,
    period: Period,
    wording: Wording,
    rankings: tuple[Ranking, ...],
    *,
    last_three: bool,
) -> list[Paragraph]:
    """Return what is said of each ranking: a sentence, a row per unit, who is last.

    Before the due day units are not ranked by reporting: who still has days left is not behind.
    """
    found: list[Paragraph] = []
    for one in rankings:
        if one is Ranking.ON_TIME and Ranking.REPORTING in rankings and _same(seen, period):
            name = wording.words.t(f"circular.ranking_{one}")
            found.append(Paragraph(Style.BODY, wording.fill("same_ranking", ranking=name)))
        else:
            found += _ranking(seen, period, wording, one, last_three=last_three)
    return found


def _same(seen: Watched, period: Period) -> bool:
    """Tell whether both rankings by reports are one: all that came, came in time."""
    reports = supervision.by_report(seen, (period,))
    return not (reports.empty or _any(reports, Counted.LATE) or _any(reports, Counted.OUTSTANDING))


def _any(reports: pd.DataFrame, flag: str) -> bool:
    return bool((reports[flag] == 1).any())


def _ranking(
    seen: Watched, period: Period, wording: Wording, ranking: Ranking, *, last_three: bool
) -> list[Paragraph]:
    name = wording.words.t(f"circular.ranking_{ranking}")
    reports = supervision.by_report(seen, (period,))
    if ranking in BY_REPORTS and _any(reports, Counted.OUTSTANDING):
        return [Paragraph(Style.BODY, wording.fill("not_yet_ranked", ranking=name))]
    rated = rate_units(seen, period, ranking, wording)
    rows = rows_of(unit_ranks.ranked(_as_shown(rated), rated.rate))
    if not rows:
        return [Paragraph(Style.BODY, wording.fill("nobody_ranked", ranking=name))]
    if all(row[Counted.RANK] == 1 for row in rows):
        alike = _alike(rows, rated, ranking, wording)
        return [Paragraph(Style.BODY, (*alike, *_not_ranked(rows, ranking, wording)))]
    order = {unit: place for place, unit in enumerate(wording.words.plan.unit_names)}
    rows.sort(key=lambda row: (row[Counted.RANK], order[row[_UNIT]]))
    last = _last(rows, rated, ranking, wording) if last_three else ()
    below = (*last, *_not_ranked(rows, ranking, wording))
    return [
        Paragraph(Style.BODY, wording.fill("ranked", ranking=name)),
        _head(ranking, wording),
        *_table(rows, rated, ranking, wording),
        *([Paragraph(Style.BODY, below)] if below else []),
    ]


def _as_shown(rated: Rated) -> pd.DataFrame:
    """Round rates as they are written: what reads the same shares a rank."""
    rates = rated.table[rated.rate]
    shown = [None if pd.isna(one) else float(percent(one).removesuffix("%")) for one in rates]
    return rated.table.assign(**{rated.rate: pd.array(shown, dtype="Float64")})


def _alike(rows: list[Row], rated: Rated, ranking: Ranking, wording: Wording) -> tuple[Piece, ...]:
    """Say that all units have one rate; there is no first and no last then."""
    words, units = wording.words, _units(rows, rated)
    every, of = (
        together([found.get(row[_UNIT], ()) for row in rows]) for found in (rated.rows, rated.of)
    )
    name = words.t(f"circular.ranking_{ranking}")
    if len(rows) == 1:
        unit = _unit(rows[0], rated, ranking, wording)
        return wording.fill("only_ranked", ranking=name, unit=unit)
    values: dict[str, Filled] = {
        "ranking": name,
        "count": Number(f"{ranking} alike", str(len(units)), units),
        "rate": Number(f"{ranking} rate", percent(rows[0][rated.rate]), every, of, rated.how),
    }
    return wording.fill("all_alike", **values)


def _head(ranking: Ranking, wording: Wording) -> Paragraph:
    t = wording.words.t
    names = ("rank", "unit", f"rate_{ranking}", f"reports_{ranking}")
    return Paragraph(Style.HEAD, (), tuple((t(f"circular.head_{name}"),) for name in names))


def _table(
    rows: list[Row], rated: Rated, ranking: Ranking, wording: Wording
) -> Iterator[Paragraph]:
    """Return a row per unit; those that share a rank all bear it."""
    for _, same in groupby(rows, key=_place):
        sharing = list(same)
        rank = _rank(sharing, rated, ranking, wording)
        yield from (_row(rank, row, rated, ranking, wording) for row in sharing)


def _place(row: Row) -> int:
    return row[Counted.RANK]


def _row(
    rank: tuple[Piece, ...], row: Row, rated: Rated, ranking: Ranking, wording: Wording
) -> Paragraph:
    numbers = _numbers(row, rated, ranking)
    reports = [piece for one in numbers[1:] for piece in ("/", one)][1:]
    unit = wording.words.in_full(row[_UNIT])
    pieces = (*rank, " ", *_unit(row, rated, ranking, wording))
    place = tuple(one for one in rank if isinstance(one, Number))
    return Paragraph(Style.ROW, pieces, (place, (unit,), (numbers[0],), tuple(reports)))


def _rank(rows: list[Row], rated: Rated, ranking: Ranking, wording: Wording) -> tuple[Piece, ...]:
    """Name one rank with every unit that shares it behind its number."""
    place, words = rows[0][Counted.RANK], wording.words
    how = words.t("circular.how_rank")
    number = Number(f"{ranking} rank {place}", str(place), _units(rows, rated), rule=how)
    return wording.fill("rank_shared" if len(rows) > 1 else "rank", rank=number)


def _units(rows: list[Row], rated: Rated) -> tuple[Source, ...]:
    """Return units as the rows a rank, or the number of the last, rests on."""
    period = next(iter(rated.rows.values()))[0].period if rated.rows else ""
    return tuple(
        Source(None, None, None, row[_UNIT], period, percent(row[rated.rate])) for row in rows
    )


def _unit(row: Row, rated: Rated, ranking: Ranking, wording: Wording) -> tuple[Piece, ...]:
    rate, part, whole = _numbers(row, rated, ranking)
    unit = wording.words.in_full(row[_UNIT])
    sentence = "unit_rate" if ranking in BY_REPORTS else f"unit_{ranking}"
    return wording.fill(sentence, unit=unit, rate=rate, part=part, whole=whole)


def _numbers(row: Row, rated: Rated, ranking: Ranking) -> list[Number]:
    """Return the rate of a unit, what it was counted from and what of."""
    unit = row[_UNIT]
    rows, of, every = (found.get(unit, ()) for found in (rated.rows, rated.of, rated.every))
    name = f"{ranking} {unit}"
    rate = Number(name, percent(row[rated.rate]), rows, of, rated.how)
    counted = {"part": rows, "whole": every}
    return [rate, *(Number(f"{name} {one}", str(len(by)), by) for one, by in counted.items())]


def _last(rows: list[Row], rated: Rated, ranking: Ranking, wording: Wording) -> tuple[Piece, ...]:
    """Name the last three, whole ranks only."""
    last = [row for row in rows if row[Counted.IS_LAST]]
    units = wording.listed([_unit(row, rated, ranking, wording) for row in last])
    if len(last) == unit_ranks.MOST_LAST:
        return wording.fill("last", units=units)
    how = wording.words.t("circular.how_rank")
    count = Number(f"{ranking} last", str(len(last)), _units(last, rated), rule=how)
    sentence = "last_fewer" if len(last) < unit_ranks.MOST_LAST else "last_shared"
    return wording.fill(sentence, count=count, units=units)


def _not_ranked(rows: list[Row], ranking: Ranking, wording: Wording) -> tuple[Piece, ...]:
    words, ranked = wording.words, {row[_UNIT] for row in rows}
    left = [words.in_full(unit) for unit in words.plan.unit_names if unit not in ranked]
    if not left:
        return ()
    sentence = "not_ranked" if ranking in BY_REPORTS else f"not_ranked_{ranking}"
    return wording.fill(sentence, units=words.t("circular.comma").join(left))
