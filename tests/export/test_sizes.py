import pytest

from export.refusals import PictureSizeError
from export.sizes import PRESETS, custom, preset
from texts import catalogue


def test_each_preset_is_found_by_its_key_and_named_in_both_languages():
    for size in PRESETS:
        assert preset(size.key) is size
        for language in ("zh", "en"):
            assert catalogue(language)(f"picture.size_{size.key}")


def test_a_size_of_ones_own_is_in_centimetres():
    assert custom(10, 6.35, 254).pixels == (1000, 635)


@pytest.mark.parametrize("wrong", [(4.9, 9, 300), (16, 61, 300), (16, 9, 71), (60, 60, 600)])
def test_a_size_nobody_can_print_is_refused_in_words(wrong):
    with pytest.raises(PictureSizeError) as refused:
        custom(*wrong)
    sentence = catalogue("zh")(refused.value.text_key, **refused.value.more)
    assert "5 至 60 厘米" in sentence


def test_layout_and_scale_give_back_the_pixels():
    for size in PRESETS:
        assert tuple(round(side * size.scale) for side in size.layout_px) == size.pixels
