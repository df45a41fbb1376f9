"""The action verb that leads a requirement."""

from __future__ import annotations

from collections.abc import Sequence

from generator.compare.spelling import spelled
from generator.compare.stems import is_adverb, stem
from generator.text.folding import is_cjk

_LEAD_INS = frozenset(
    "to be is are able capable of in do dont not never always sometimes often only must may should".split()
)
_NO_VERBS = frozenset(
    """
        a an the basic general good sound knowledge understanding ability skill skills principles fundamentals types
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


def verb_changed(old: Sequence[str], new: Sequence[str]) -> bool:
    """Return whether two lines, given as words, begin with different action verbs (Master and Understand)."""
    one, other = _leading(old), _leading(new)
    return bool(one and other) and one != other


def _leading(words: Sequence[str]) -> str:
    """Return the stem of the leading verb; "" where the line begins with no verb that can be told."""
    if words and is_cjk(words[0]):
        text = "".join(words)
        lead_in = next((start for start in _CHINESE_LEAD_INS if text.startswith(start)), "")
        verb = text[len(lead_in) :][:_CHINESE_VERB]
        return verb if verb in _CHINESE_VERBS else ""
    start = next((at for at, word in enumerate(words) if word not in _LEAD_INS and not is_adverb(word)), len(words))
    word = "".join(words[start : start + 1])
    return "" if word in _NO_VERBS and start == 0 else stem(word)
