"""The action verb that leads a requirement."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.compare.keys import Wording, folded, typographic_words
from generator.compare.spelling import spelled
from generator.compare.stems import is_adverb, stem
from generator.text.folding import is_cjk

_LEAD_INS = frozenset(
    """
        to be is are able ability capable competent of in at do dont not never always sometimes often only must may
        should shall will can
        """.split()
)
_NO_VERBS = frozenset(
    """
        a an the basic general good sound knowledge understanding skill skills principles fundamentals types
        importance all any each every other proper correct relevant staff you
        """.split()
)
_CHINESE_LEAD_INS = ("能夠", "能够", "有能力", "能", "必須", "必须", "可以", "不可", "可", "須", "须", "應", "应")
_CHINESE_VERBS = frozenset(
    map(
        spelled,
        """
        認識 认识 了解 瞭解 明白 理解 掌握 熟悉 具備 具备 運用 运用 應用 应用 使用 利用 執行 执行 進行
        进行 處理 处理 分析 評估 评估 評核 檢查 检查 檢討 检讨 檢視 检视 監察 监察 監督 监督 管理 領導
        领导 協助 协助 協調 协调 支援 準備 准备 編製 编制 編寫 制定 制訂 制订 訂立 設計 设计 策劃 策划
        規劃 规划 安排 操作 控制 維修 维修 保養 保养 維持 维持 保持 確保 确保 提供 提升 提高 改善 發展
        发展 建立 推廣 推广 選擇 选择 選用 选用 收集 整理 記錄 记录 紀錄 匯報 汇报 報告 报告 通知 溝通
        沟通 聯絡 联络 回覆 回复 跟進 跟进 核對 核对 核實 核实 計算 计算 量度 測量 测量 測試 测试 安裝
        安装 清潔 清洁 遵守 遵從 遵循 識別 识别 辨識 辨别 解釋 解释 說明 说明 展示 指導 指导 培訓 培训
        教導
        """.split(),
    )
)
_CHINESE_VERB = 2
_MARKS = re.compile(
    r"(?:\s*(?:\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）|【[^【】]*】|\d+(?:\.\d+)+|\d+[.)）、]|[A-Za-z]{1,2}\d+(?:\.\d+)*|[A-Za-z][.)）]"
    r"|[ivxIVX]+[.)）])[\s.:]*)*"
)
"""Numbers and brackets before the first word."""


def verb_changed(old: Sequence[str], new: Sequence[str]) -> bool:
    """Return whether two lines, given as words, begin with different action verbs (Master and Understand)."""
    one, other = (tuple(map(stem, leading_verb(words))) for words in (old, new))
    return bool(one and other) and one != other


def marks_before(text: str) -> str:
    """Return the numbers and brackets before the first word of a line."""
    mark = _MARKS.match(text)
    return mark[0] if mark else ""


def without_marks(line: Wording) -> Sequence[str]:
    """Return the words of a line without the numbers and brackets before the first word."""
    marks = marks_before(line.text)
    return line.words[len(typographic_words(folded(marks))) :] if any(map(str.isalnum, marks)) else line.words


def leading_verb(words: Sequence[str]) -> Sequence[str]:
    """Return the word, or the Chinese characters, of the leading verb; none where no verb can be told.

    Phrases before it such as "Capable of" are passed over.
    """
    if words and is_cjk(words[0]):
        text = "".join(words)
        lead_in = next((start for start in _CHINESE_LEAD_INS if text.startswith(start)), "")
        verb = words[len(lead_in) :][:_CHINESE_VERB]
        return verb if "".join(verb) in _CHINESE_VERBS else ()
    if tuple(words[:2]) == ("the", "ability"):
        words = words[1:]
    start = next((at for at, word in enumerate(words) if word not in _LEAD_INS and not is_adverb(word)), len(words))
    return () if start == 0 and words[:1] and words[0] in _NO_VERBS else words[start : start + 1]
