"""Other languages than English: two accounts of one invented event, from their text to what was copied."""

from __future__ import annotations

import pytest

from reader.articles import Article, load_bytes
from reader.overlap import MatchKind, compare

EVENT = {
    "Arabic": (
        "اصطدمت بارجة محملة بالشوفان بجسر الجزيرة فجر يوم الثلاثاء.",
        "كم من الوقت سيبقى سكان القرية بلا طريق إلى المدينة والمستشفى؟",
        "قال رئيس البلدية إن الإصلاح قد يستغرق أسابيع.",
        "عاش الصيادون هنا طوال حياتهم.",
        "كم من الوقت سيبقى سكان القرية بلا طريق إلى المدينة والمدرسة؟",
    ),
    "Chinese": (
        "星期二清晨，一艘满载燕麦的驳船撞上了通往小岛的吊桥。",
        "工程师说，修理桥梁的液压油缸至少需要六个星期。",
        "岛上有四百名居民！",
        "渔民一辈子住在这里。",
        "工程师昨天说，修理桥梁的液压油缸大约需要八个星期。",
    ),
    "German": (
        "Ein mit Hafer beladener Lastkahn rammte am 14. Oktober die Klappbrücke zur Insel.",
        "Die Ingenieure rechnen damit, dass die Reparatur der Zylinder mindestens sechs Wochen dauern wird.",
        "Der Bürgermeister schwieg.",
        "Die Fischer leben hier seit jeher.",
        "Die Ingenieure rechnen nun damit, dass die Reparatur der Zylinder etwa acht Wochen dauern wird.",
    ),
    "Hindi": (
        "मंगलवार की सुबह जई से लदी एक नाव द्वीप के पुल से टकरा गई।",
        "इंजीनियरों ने कहा कि पुल की मरम्मत में कम से कम छह सप्ताह लगेंगे।",
        "क्या स्कूल बंद रहेंगे?",
        "मछुआरे यहाँ हमेशा से रहते हैं।",
        "इंजीनियरों ने कहा कि पुल की मरम्मत में लगभग आठ सप्ताह लगेंगे।",
    ),
    "Japanese": (
        "火曜日の早朝、オーツ麦を積んだはしけが島へ渡る跳ね橋に衝突した。",
        "技術者によると、橋の修理には少なくとも六週間かかる見込みだという。",
        "島には四百人が住んでいる！",
        "漁師たちは静かに網を直していた。",
        "技術者によると、橋の修理にはおよそ八週間かかる見込みだという。",
    ),
    "Russian": (
        "Баржа с овсом врезалась в разводной мост на остров рано утром во вторник.",
        "Инженеры считают, что ремонт цилиндров моста займёт не менее шести недель.",
        "Мэр молчит.",
        "Рыбаки живут здесь всю жизнь.",
        "Инженеры теперь считают, что ремонт цилиндров моста займёт около восьми недель.",
    ),
    "Thai": (
        "เรือบรรทุกข้าวโอ๊ตชนสะพานไปยังเกาะเมื่อเช้าวันอังคาร",
        "วิศวกรกล่าวว่าการซ่อมสะพานจะใช้เวลาอย่างน้อยหกสัปดาห์",
        "โรงเรียนปิด",
        "ชาวประมงอยู่ที่นี่มาตลอดชีวิต",
        "วิศวกรกล่าวว่าการซ่อมสะพานจะใช้เวลาประมาณแปดสัปดาห์",
    ),
}
"""Three sentences of the first account; one only of the second account, and how it edits the second one."""
BETWEEN = {"Chinese": "", "Japanese": "", "Thai": "\n"}
"""What stands between sentences, if no blank: Thai has no mark at their ends, so that a line is one."""


def accounts(language: str) -> list[Article]:
    copied, second, third, own, edited = EVENT[language]
    texts = (
        BETWEEN.get(language, " ").join(told) for told in ((copied, second, third), (own, edited, copied))
    )
    return [article for text in texts for article in load_bytes(text.encode())]


@pytest.mark.parametrize("language", EVENT)
def test_the_ends_of_sentences_are_known(language: str) -> None:
    assert [len(article.sentences) for article in accounts(language)] == [3, 3]


@pytest.mark.parametrize("language", EVENT)
def test_what_was_copied_and_what_was_edited_is_found_and_nothing_else(language: str) -> None:
    sure: dict[tuple[int, int], MatchKind] = {
        (match.a.sentence, match.b.sentence): match.kind
        for match in compare(accounts(language)).matches
        if match.sure
    }
    assert sure == {(0, 2): "verbatim", (1, 1): "edited"}
