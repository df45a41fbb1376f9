"""Words that turn a meaning, sorted by what they turn: tables for the alerts."""

from __future__ import annotations

import re

from generator.compare.spelling import spelled
from generator.compare.stems import stem


def _chinese(pattern: str) -> re.Pattern[str]:
    """Compile a pattern for words in one spelling, as `Wording` has them."""
    return re.compile(spelled(pattern))


NEGATIONS = frozenset(
    """not no never without none nor neither nothing nobody unless except excluding exclude excludes avoid avoids
    avoiding prevent prevents preventing prohibit prohibits prohibited forbid forbids forbidden refrain ban banned
    lack lacks lacking dont doesnt didnt isnt arent wasnt werent cant couldnt wont wouldnt shouldnt mustnt neednt hasnt
    havent hadnt""".split()
)
NEGATIVE_PREFIXES = ("in", "im", "il", "ir", "un", "non", "dis", "mis", "de", "ab")
CHINESE_NEGATION = _chinese("[不未無无非沒没勿毋免禁否拒忌]")
CHINESE_NO_NEGATION = _chinese(
    "不同|不斷|不断|非常|無論|无论|不論|不论|未來|未来|無線|无线|不但|不僅|不仅|免費|免费|是否|否則|否则|能否"
    "|不銹鋼|不锈钢|無障礙|无障碍"
)

BEFORE, DURING, AFTER = "before", "during", "after"
ORDER_IN_TIME = {
    BEFORE: frozenset("before prior until till ahead beforehand preceding".split()),
    DURING: frozenset("during while throughout when whenever".split()),
    AFTER: frozenset("after following since upon afterwards subsequently once".split()),
}
CHINESE_ORDER = {
    BEFORE: _chinese("(?<![目當当眼空面])前(?![線线台臺瞻景提往來来述列額额端])|事先|預先|预先"),
    DURING: _chinese("期間|期间|過程中|过程中|同時|同时"),
    AFTER: _chinese("(?<![最先背])[後后](?![勤續续備备果台臺方座端])"),
}

LOWER_BOUND = frozenset("least minimum minimal more above over exceed exceeds exceeding exceeded beyond ≥ >".split())
UPPER_BOUND = frozenset("most maximum maximal less fewer below under within ≤ <".split())
STRICT_BOUNDS = frozenset("least minimum maximum exceed exceeds exceeding within ≥ > ≤ < only".split())
BOUND_PHRASES = re.compile(r"\b(?:at most|up to|(?:no|not) (?:more|later|longer|less|fewer|earlier) than)\b")
CHINESE_BOUNDS = _chinese(
    "至少|最少|不少於|不少于|不低於|不低于|至多|最多|不多於|不多于|不超過|不超过|超過|超过|以上|以下|以內|以内|只可|僅|仅"
)

OBLIGATIONS = {
    "must": re.compile(
        r"\b(?:must|shall|mandatory|compulsory|(?:required|obliged|ha(?:s|ve|d)|needs?) to)\b"
        r"|必 ?須|必 ?须|務 ?必|务 ?必|須(?! ?知)|须(?! ?知)"
    ),
    "should": re.compile(r"\b(?:should|ought to|recommended|advisable)\b|應 ?當|应 ?当|應 ?該|应 ?该"),
    "may": re.compile(
        r"\b(?:may|might|optional|optionally|(?:allowed|permitted|free) to|(?:if|where|when) (?:possible|necessary))\b"
        r"|可 ?以|可(?! ?[能靠行持見见])|如 ?有 ?需 ?要"
    ),
    "can": re.compile(r"\b(?:can|could)\b"),
}
ABILITY = "can"
"""Says as often what is possible as what is allowed: a change only beside another word of obligation."""

FREQUENCIES = frozenset(
    """always often usually sometimes occasionally regularly rarely seldom never every each hourly daily weekly
    fortnightly monthly quarterly yearly annually annual continuously continually periodically frequently once twice
    immediately promptly""".split()
) | frozenset(map(spelled, "每日 每天 每週 每月 每季 每年 經常 经常 定期 不時 不时 即時 即时 立即".split()))

SUPERVISION = {
    "under": frozenset("supervision supervised guidance instruction 監督 监督 指導 指导 督導 督导".split()),
    "alone": frozenset("independently independent autonomously unaided unsupervised alone 獨立 独立 自行".split()),
    "assisting": frozenset("assist assists assisting assistance 協助 协助".split()),
}

_OPPOSITES = """
increase reduce|increase decrease|raise lower|raise reduce|accept reject|accept refuse|accept decline|approve reject
|approve decline|open close|open shut|start stop|start finish|begin end|begin finish|enable disable|allow prohibit
|allow prevent|allow forbid|permit prohibit|permit forbid|include exclude|internal external|import export|buy sell
|purchase sale|purchase sell|inbound outbound|incoming outgoing|upper lower|high low|higher lower|highest lowest
|hot cold|warm cool|heat cool|left right|add remove|add delete|add subtract|insert remove|lock unlock|load unload
|minimise maximise|encourage discourage|deposit withdraw|deposit withdrawal|credit debit
|arrival departure|arrive depart|arrive leave|enter leave|enter exit|inside outside|indoor outdoor
|push pull|input output|supply demand|employer employee|buyer seller|lender borrower
|sender receiver|consignor consignee|landlord tenant|front back|front rear|top bottom|wet dry|clean dirty
|full empty|same different|long short|early late|earlier later|earliest latest|fast slow|quick slow|strong weak
|good bad|best worst|public private|manual automatic|domestic foreign|local overseas|new old|permanent temporary
|adult minor|adult child|first last|attach detach|connect disconnect|assemble dismantle|install remove|expand contract
|tighten loosen|gain lose|profit loss|income expense|asset liability|win lose|pass fail|success failure|safe dangerous
|thick thin|wide narrow|heavy light|hard soft|horizontal vertical|positive negative|advantage disadvantage
|strength weakness|horizontal vertical|active passive|assist manage|assist lead|retain discard|keep discard|keep destroy
|save delete|store discard|freeze thaw|inhale exhale|ascend descend|wholesale retail|urban rural|parent child
|senior junior|major minor|primary secondary|formal informal|explicit implicit|direct indirect|male female
|charge discharge|inflate deflate|fill empty|fill drain|join separate|mix separate|cover uncover|wrap unwrap
|forward backward|clockwise anticlockwise|clockwise counterclockwise|deep shallow|rough smooth|sharp blunt
|morning afternoon|morning evening|day night|weekday weekend|odd even|single double|single multiple|individual group
|solid liquid|raw cooked|fresh frozen|fresh stale|sender recipient|creditor debtor|principal agent|trainer trainee
|guest host|oral written|verbal written|online offline|mandatory optional|compulsory voluntary|paid unpaid
|fixed variable|fixed floating|gross net|static dynamic|visible hidden|calm windy|dry rainy|sweet sour|rich poor
|north south|east west|acid alkaline|natural artificial|simple complex|general specific|complete partial
|增加 減少|提高 降低|上升 下降|接受 拒絕|批准 拒絕|開啟 關閉|內部 外部|入口 出口|進口 出口|買 賣|左 右|高 低
|大 小|冷 熱|上 下|先 後|收入 支出|借 貸|裝 卸|有 無|加 減|升 降|內 外|長 短|快 慢|新 舊|首 末
|减少 增加|接受 拒绝|批准 拒绝|开启 关闭|进口 出口|买 卖|冷 热|装 卸|有 无|长 短|新 旧
"""
OPPOSITES = tuple((spelled(one), spelled(other)) for one, other in map(str.split, _OPPOSITES.split("|")))
"""Pairs of words where putting one for the other turns the meaning round."""

_SMALL_OPPOSITES = (
    "in out|on off|up down|from to|and or|both either|all none|all some|any all|every some|each some|for against"
)
DIRECT_OPPOSITES = frozenset(frozenset(map(stem, pair.split())) for pair in _SMALL_OPPOSITES.split("|"))
"""Small words that turn the meaning only where one stands in the very place of the other."""
