"""Makes the two fonts of this folder out of Noto Sans CJK (Debian package fonts-noto-cjk, version 2.004 of the fonts).

    pip install fonttools==4.68.0
    python subset.py /usr/share/fonts/opentype/noto

Regular keeps every Chinese character that the face has (names have rare ones), without Hangul and without the variants
for Japanese, Korean and Taiwan. Bold keeps the characters of GB 2312: titles and labels; what it lacks is set in Regular.
"""

import sys

from fontTools import subset

SIGNS = [
    (0x20, 0x7E), (0xA0, 0xFF), (0x2010, 0x2027), (0x2030, 0x203B), (0x2100, 0x2139), (0x2150, 0x218B),
    (0x2190, 0x23FF), (0x2460, 0x27BF), (0x2E80, 0x2FDF), (0x3000, 0x303F), (0x3100, 0x312F), (0x3200, 0x33FF),
    (0xFE10, 0xFE4F), (0xFF00, 0xFFEF),
]
HAN = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x3FFFF)]
SIMPLIFIED_CHINESE_FACE = 2


def characters(ranges):
    return {code for first, last in ranges for code in range(first, last + 1)}


def gb2312():
    pairs = (bytes([row, cell]) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    return {ord(text) for text in (pair.decode("gb2312", errors="ignore") for pair in pairs) if text}


def write(folder, weight, codes):
    options = subset.Options(
        layout_features=["kern", "palt", "halt", "chws", "ccmp"],
        hinting=False,
        notdef_outline=True,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 7, 13, 14],
        name_languages=[0x409],
        font_number=SIMPLIFIED_CHINESE_FACE,
    )
    options.drop_tables += ["VORG", "vhea", "vmtx", "BASE"]
    font = subset.load_font(f"{folder}/NotoSansCJK-{weight}.ttc", options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    subset.save_font(font, f"NotoSansCJKsc-{weight}.otf", options)


if __name__ == "__main__":
    write(sys.argv[1], "Regular", characters(SIGNS + HAN))
    write(sys.argv[1], "Bold", characters(SIGNS) | gb2312())
