"""Words that units of every trade are full of: sharing them says nothing about what two units are for.

A collection of a few units cannot tell them from its topics by counting, as a large one can.
"""

from __future__ import annotations

HABITUAL_ENGLISH = tuple(
    """
    industry trade sector field unit competency practitioner applicable operator company business department
    professional staff team member person management manager work job task duty operate process procedure policy
    guideline rule requirement standard measure system practice service strategy programme activity plan prepare check
    record report document file result outcome problem situation condition action issue impact factor stakeholder party
    common new current existing proper correct appropriate effective effectiveness efficiency suitable smooth review
    improve implement establish formulate define identify select set maintain analyse assess monitor develop give take
    help explain inform communicate arrange complete solve meet ensure cooperate coordinate time day hour date year
    place area level part number name main need reason cause attitude ethics professionalism exhibit objective goal
    goods direct lead cross
    """.split()
)
HABITUAL_CHINESE = tuple(
    """
    能力 單元 单元 從業員 从业员 行業 行业 公司 企業 企业 員工 员工 人員 人员 工作 作業 作业 日常 服務 服务
    管理 程序 流程 規例 規則 规则 规定 規定 政策 指引 守則 守则 要求 標準 标准 有關 有关 相關 相关 適用
    适用 用於 用于 提供 處理 处理 進行 进行 準備 准备 檢查 检查 記錄 记录 報告 报告 文件 資料 资料 問題
    问题 情況 情况 結果 结果 成效 適當 适当 正確 正确 有效 效率 改善 檢討 检讨 制定 制訂 制订 確保 确保
    知識 知识 方法 步驟 步骤 技巧 原則 原则 目的 重要 主要 常見 常见 不同 各種 各种 基本 專業 专业 態度
    态度 時間 时间 維持 维持 評估 评估 分析 監察 监察 執行 执行 計劃 计划 安排 協助 协助 支援 督導 督导
    統籌 统筹 領導 领导 發展 发展 策略 措施 應用 应用 系統 系统 團隊 团队 部門 部门
    """.split()
)
