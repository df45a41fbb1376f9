"""Words that mean the opposite of one another, where putting one for the other turns a requirement round."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from generator.compare.spelling import spelled
from generator.compare.stems import stem

_SIDES = """
increase raise add expand extend enlarge lengthen : reduce decrease lower cut shrink shorten minimise
|maximise : minimise|accept approve grant admit : reject refuse decline deny
|allow permit enable : prohibit prevent forbid|confirm : cancel deny|open : close shut seal
|start begin commence : stop finish end cease|enable activate engage : disable disengage|include : exclude omit except
|add insert attach apply : remove delete detach|add : subtract deduct|multiply : divide|buy purchase : sell sale
|borrow : lend|hire recruit appoint : dismiss|rent lease : own buy
|retain keep store preserve : discard dispose destroy|save : delete spend|issue release : withhold
|disclose reveal publish : conceal withhold hide|insert : withdraw extract|deposit : withdraw withdrawal
|credit : debit|lift raise hoist : lower|push : pull|press : release|lock fasten : release|apply : release
|tighten : loosen slacken|load fill : unload empty drain|fill inflate : drain deflate empty|charge : discharge
|heat warm : cool chill|hot warm : cold cool|freeze : thaw|wet damp : dry|clean : dirty contaminate soil
|sterile : contaminate|raw : cook|fresh : stale frozen|ripe : green|soft : hard|rough coarse : smooth fine calm
|sharp : blunt|light bright : dark dim|light : heavy|thick : thin|wide broad : narrow|deep : shallow|tall long : short
|high tall : low short|big large major : small minor|loud : quiet|fast quick : slow|strong : weak|strengthen : weaken
|tight : loose|rigid : flexible|good : bad poor|best : worst|better : worse|improve : worsen
|right correct true : wrong false|right starboard : left port|upper top : lower bottom|high upper : low lower
|highest : lowest|higher : lower|up upward : down downward|front : back rear|bow : stern|ahead : astern
|forward : backward reverse back|clockwise : counterclockwise|north : south|east : west
|inside within indoor : outside outdoor|inner interior : outer exterior
|enter arrive entry entrance arrival board : leave exit departure depart alight|inlet intake : outlet exhaust
|suction supply : return discharge|supply : demand|upstream : downstream|onshore : offshore|early : late
|earlier sooner : later|earliest : latest|new : old|newest latest : oldest|first initial : last final|next : previous
|former previous : latter subsequent|prior : subsequent|morning : afternoon evening|day daytime : night
|weekday : weekend|minimum least : maximum most|more : less fewer|many most : few
|full complete whole total : empty partial part|all : none|always : never|everyone everybody anyone : nobody
|everything : nothing|single : multiple double several|individual : group collective|odd : even
|same identical : different|public : private confidential|local domestic : foreign overseas international
|urban : rural|permanent : temporary|fixed : variable floating adjustable|static stationary : dynamic mobile
|mandatory compulsory require : optional voluntary|manual : automatic|online : offline|digital : analog
|formal : casual|oral verbal : written|general : specific|simple : complex|natural : artificial synthetic
|horizontal : vertical|parallel : perpendicular|series : parallel|positive plus : negative minus|anode : cathode
|live : dead neutral|male : female|acid acidic : alkaline alkali|solid : liquid gas|concave : convex
|transparent clear : opaque|visible : hidden|internal : external|direct : indirect|active : passive
|primary main : secondary|senior : junior|wholesale : retail|gross : net|profit surplus gain : loss deficit
|income revenue receipt : expense expenditure payment|asset : liability|principal : agent
|advantage benefit : disadvantage drawback|strength : weakness|success pass : failure fail|win : lose
|safe : dangerous hazardous|healthy : sick affect injured|adult : minor child|parent : child
|trainer teacher instructor : trainee student pupil learner apprentice
|buyer purchaser customer : seller vendor supplier|lender creditor : borrower debtor
|sender : receiver recipient addressee|consignor shipper exporter : consignee importer|landlord lessor : tenant lessee
|host : guest|insurer : insured|manager supervisor : subordinate|driver : passenger|plaintiff : defendant
|victim : offender|patient : doctor|employer : employee worker staff|freshwater : seawater
|ascend climb rise : descend fall|assemble install erect : dismantle disassemble remove demolish
|join connect mix combine : separate disconnect|cover wrap : uncover unwrap expose|absorb : emit release
|inhale : exhale|attract : repel|encourage promote : discourage prevent|gain : lose|quorate : inquorate
|pregnant : nonpregnant|suspend pause : resume continue|obey : ignore|authorise : forbid|melt : solidify
|accelerate : decelerate brake|advance : retreat retard|inflow : outflow|surplus : shortage|true : false
|real : fake dummy|supervised : unsupervised|wash : soil|vacant empty : occupied full|sunrise dawn : sunset dusk
|summer : winter|odds : evens|flood : ebb|leeward : windward|medial proximal anterior : lateral distal posterior
|call : put|bid : offer|hollow : solid|stop : go|proceed continue resume : stop halt|grant award : revoke withdraw
|appoint : remove|agree : disagree|encrypt : decrypt|fifo : lifo|word : figure|thorough : light|straight : bent curve
|fit attach : remove|smooth : rough|enter approach : leave|facing : trailing|enhance improve : reduce impair
|clear : cloudy|boil : freeze|abundant : scarce|acute : chronic|convergent converge : divergent diverge
|symmetrical : asymmetrical
|deductive : inductive|qualitative : quantitative|aerobic : anaerobic|analogue : digital|inpatient : outpatient
|borrower : lender|complicate : simplify|conductor : insulator|concentrate : dilute|constructive : destructive
|coastal : inland|cooked : raw|dissuade : persuade|diversify : specialise|downgrade demote : upgrade promote
|download : upload|divest : invest|encode : decode|endogenous : exogenous|explicit : implicit|express : local
|extinguish : ignite|fertile : infertile sterile|fractional : whole|gradual : sudden steep|harden : soften
|import : export|inward : outward|joint : separate|lengthen : shorten|literal : figurative|majority : minority
|narrow : widen|objective : subjective|often frequent : rare seldom|past : future|plural : singular|praise : criticise
|precede : follow succeed|proactive : reactive|private : public|quiet : noisy|salaried : freelance|sedate : stimulate
|seated : standing|segregate : integrate mix|sharpen : blunt|sink : float|spontaneous : induced|stretch : shrink
|thicken : thin|retain : release|tender : tough|upstairs : downstairs|valuable : worthless|wireless : wired
|hide : show|lead : follow|agonist : antagonist|overt : covert|nocturnal : diurnal|deciduous : evergreen
|annual : perennial|overestimate : underestimate|recall : issue|left : right|empirical applied : theoretical
|unilateral : multilateral|centralise : decentralise|guilty : innocent|war : peace|generous : strict|patient : impatient
"""
_CHINESE_PAIRS = """
增加 減少|增 減|提高 降低|提升 降低|上升 下降|升 降|加 減|加快 減慢|加強 減弱|擴大 縮小|延長 縮短|接受 拒絕|接收 拒收
|批准 拒絕|批准 駁回|允許 禁止|准 禁|開啟 關閉|打開 關上|開 關|開 閉|啟動 停止|開始 結束|開始 停止|內部 外部|內 外
|入口 出口|進口 出口|進 出|入 出|買 賣|採購 銷售|收 付|收入 支出|收 發|借 貸|存 取|盈 虧|利潤 虧損|資產 負債|左 右
|高 低|大 小|多 少|長 短|快 慢|早 遲|早 晚|遲 早|新 舊|首 末|首 尾|第一 最後|上 下|頂 底|冷 熱|暖 冷|滾 冷|沸 冷|熱 凍
|滾 凍|乾 濕|生 熟|輕 重|厚 薄|粗 細|深 淺|寬 窄|闊 窄|軟 硬|強 弱|鬆 緊|濃 淡|明 暗|日 夜|裝 卸|裝 拆|安裝 拆除
|安裝 拆卸|連接 斷開|接通 切斷|通 斷|鎖 解|鎖上 解鎖|推 拉|有 無|正 負|正 反|正 側|陽 陰|正極 負極|患 健|充 放|順 逆
|縱 橫|橫 豎|水平 垂直|凹 凸|單 雙|奇 偶|公開 保密|公 私|直接 間接|正常 異常|合格 不合格|自願 強制|必修 選修|永久 臨時
|固定 浮動|全部 部分|所有 部分|所有 任何|全部 任何|每 任|兩者 其中|保留 丟棄|保留 棄置|保存 銷毀|公眾 私人|本地 海外
|境內 境外|僱主 僱員|業主 租客|業主 租戶|買方 賣方|買家 賣家|甲方 乙方|上游 下游|給予 收回|發出 收回|登記 註銷
|成年 未成年|已 未|真 假|實 虛|主 副|主 次|優點 缺點|成功 失敗|手動 自動|口頭 書面|個人 集體|男 女|吸 呼|吸 吹
|攝氏 華氏|酸 鹼|清潔 污染|易 難|安全 危險|同意 反對|贊成 反對|最高 最低|最大 最小|入 離|到 離|抵達 離開|供 求
|首先 最後|首先 最終|最先 最後|批發 零售|室內 室外|戶內 戶外|白天 晚上|上午 下午
"""
OPPOSITE_PREFIXES = (
    *(("in", "ex"), ("im", "ex"), ("im", "em"), ("in", "out"), ("in", "de"), ("as", "de"), ("as", "dis"), ("ac", "de")),
    *(
        ("en", "dis"),
        ("con", "di"),
        ("up", "down"),
        ("over", "under"),
        ("pre", "post"),
        ("ante", "post"),
        ("pro", "anti"),
    ),
    *(("intra", "inter"), ("hyper", "hypo"), ("macro", "micro"), ("maxi", "mini"), ("multi", "mono"), ("multi", "uni")),
    *(("endo", "exo"), ("super", "sub"), ("bene", "male"), ("ascend", "descend"), ("homo", "hetero"), ("on", "off")),
)
OPPOSITE_ENDINGS = (("er", "ee"), ("or", "ee"))

_SMALL = (
    "in out|on off|up down|from to|and or|both either|all none|all some|any all|every some|for against|to from|into out"
)


def _by_stem() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for sides in _SIDES.replace("\n", " ").split("|"):
        one, other = (tuple(stem(spelled(word)) for word in side.split()) for side in sides.split(":"))
        for here, there in product(one, other):
            found.setdefault(here, set()).add(there)
            found.setdefault(there, set()).add(here)
    return {form: frozenset(others) for form, others in found.items()}


OPPOSITES = _by_stem()
"""The stems of all opposites of a stem."""

CHINESE_OPPOSITES = tuple(
    (spelled(one), spelled(other)) for one, other in map(str.split, _CHINESE_PAIRS.replace("\n", "").split("|"))
)
SMALL = frozenset(frozenset(map(stem, pair.split())) for pair in _SMALL.split("|"))
"""Small words that turn the meaning only where one stands in the very place of the other."""
