import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "bad_sheets"
ADAPTER = Path(__file__).with_name("corpus_adapter.py")


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of bad sheets is not on this machine")
def test_every_sheet_of_the_corpus_is_judged_rightly_within_its_limits(tmp_path):
    generator, runner = CORPUS / "gen_corpus_dev.py", CORPUS / "run_corpus.py"
    make = [sys.executable, str(generator), "--split", "dev", "--out", str(tmp_path / "corpus")]
    subprocess.run(make, check=True, capture_output=True)
    score = subprocess.run(
        [sys.executable, str(runner), str(tmp_path / "corpus"), str(ADAPTER)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert score.returncode == 0, score.stdout + score.stderr
