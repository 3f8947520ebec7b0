"""The words of which random passphrases consist: those of BIP-39 that hurt nobody.

A passphrase is shown to somebody who found sexual pictures of herself. The English and the Korean
list of BIP-39 (2,048 words each) hold murder, underwear and grave; they were read word by word,
twice. Left out is what tells of violence, death, pain, shame, sex and the body, what may name
whoever did it (a relative, a teacher, a room), and what reminds of the case: photo, phone, secret.

A word that stays may still be unlucky beside another one: other words can always be drawn.
"""

import unicodedata
from functools import cache

_LISTS = {"en": "english", "ko": "korean"}

_LEFT_OUT_EN = """
# violence, weapons, war and crime
abuse accident acid aim arm armed armor army arrest arrow assault attack bar battle bind
blade blast blood bomb bone bullet bunker burst cage cannon cave chaos chase claw cliff club
crack crash crime cruel crush damage danger destroy enemy evil execute exile explain fire
flame force fury grab guard gun hammer harsh hazard hunt hurdle hurt illegal inflict injury
inmate judge kick knife knock lawsuit liar nuclear patrol pistol police prison punch razor
rebel rescue rifle riot risk scare shaft sheriff shoot shove siege siren skull slam slice
soldier spike spy stick sting strike struggle suspect sword tackle tank target thunder torch
tornado trap veteran volcano warfare warrior weapon whip wire wreck wrestle
# death, illness and harm
asthma clinic crumble cry demise dentist disease dizzy doctor dose drip erode escape exhaust
expire fatal fatigue fever gas gasp ghost grief health hospital ill illness infant inhale
inject insane jump kidney medal mercy misery nurse organ orphan patient pill roof shiver
sick slab spawn stomach stumble suffer symptom topple tragic tumble ugly vanish virus wrist
# fear, sadness, anger, shame and insults
abandon absent absurd afraid alarm alert alone anger angry anxiety apart apology argue awful
awkward betray bitter blame bleak boring broken burden cheap chicken chronic clown crawl
crazy critic damp debris denial deny despair dirt disagree dismiss disorder dog donkey dumb
empty error erupt excuse faint false fault flee forget fragile frown frozen funny garbage
gloom goat gorilla guilt hidden hollow horror hungry idle ignore innocent jealous joke junk
lazy lonely loud mad mean mistake monkey monster mule naive nasty negative neglect never
nothing odor panic pig poverty problem refuse regret reject rude sad sadness shock shrug shy
silly snake sniff sorry stuff sudden swear tired toe trash trouble unable unaware unfair
unhappy upset urge useless vicious void waste weird worry worth wrong
# the body, clothes, looks and intimacy
actress adult affair amateur ankle attract baby bachelor banana beauty belt birth blouse
blush body bottom brain buddy casual cherry chest chunk come couch couple cream curve cute
diet doll dress elbow embrace emotion excite exotic eye eyebrow face fantasy fashion fat
feel female figure finger fit fitness flash fluid foot fun garment gaze genre gesture giggle
girl glance glare gown gym hair hand hard head heart hip hole honey hood horn hotel inside
jeans kiss knee lady leg limb love maid marriage mask meat member milk model muscle neck
nerve nose nut paddle palm party pet physical pipe play please pluck plug pole position
pretty purity push rack raw relax rib ride ring romance rough rubber salute satisfy sausage
seed shoulder sibling skin skirt sleep slender slim slot small smile sock squeeze stool
sugar swallow sweet swing tail tape taste tattoo thumb tiny tip toilet tongue tool tooth top
toy trim twist uniform vibrant voyage wash wear wedding wet whale whisper wink wrap young
youth
# people in her life, and school
aunt boss boy brother child client coach cousin crowd dad daughter divorce dwarf elder faith
fame family famous father foster friend genuine goddess gospel gossip group humor husband
junior kid lecture lesson loyal man master minor mom mother myself nephew nominee own owner
parent people person pupil school senior sister someone student teach tenant they toddler
together trust tuition twin uncle want wife woman you
# pictures, networks, watching, proof and control: what it is all about
abstract access account admit advice avoid behave blind blur camera catch caught chat click
clip collect conduct confirm control convince copy cover crop custom decline defense defy
demand detect device diary digital discover display document draft edit enforce erase
evidence exclude exhibit expose file film filter find flag follow forum forward frame gadget
guess history identify image imitate inform inquiry intact involve isolate issue know law
legal lens limit link live lock mandate media memory mesh message mimic mobile modify
monitor movie name near network news obey object oblige obscure observe online oppose permit
phone photo picture post power pride print private proof property protect public purpose
question quit real recall receive record release remember remind remove repeat replace
report resemble resist retreat reveal review room same save scan scene screen script scrub
search secret security sell sentence service shadow share sight sign silent similar snap
social source spot spread still story street subject submit surround survey swap switch tag
tell text title track trade traffic transfer trend trick trigger true truly truth tube
uncover under undo use used vendor verify video view virtual visit visual voice web window
witness
# money that can be demanded, gambling, drink and drugs
addict alcohol auction bargain bid buyer cash casino charge cigar cost credit deal deposit
dice drink fee fine loan lottery payment penalty price profit purchase smoke sponsor tobacco
wage wine
# belief and politics
black congress dutch ethics federal govern moral nation race ritual tribe vote
# ends, orders and other words that press
cancel cause caution crouch crucial daring decrease drastic dust endless excess fade fall
flush help impose impulse insect midnight mosquito must need neither night obtain pact rival
run scorpion shrimp slush spider split spoil spray stay swamp swarm tonight trial trophy try
unveil wait wasp wolf zero
# found on the second reading
accuse address agent alien alley announce attitude audit ball behind believe blanket board
brief call case claim coconut debate depend deputy describe detail dial dilemma direct
double drama embody end engage enlist erosion exchange fancy firm hire hold humble hurry
immune label labor laugh leave left length like list mail mass match miss mystery normal
obvious orient original oyster peasant perfect plastic plunge popular praise prevent pull
rate reason require rigid roast satoshi say scheme scissors scrap shallow shed size soul
spend stairs subway swim throw tissue toss unknown unusual van weasel wild
"""

_LEFT_OUT_KO = """
# violence, weapons, war and crime
강도 강제 경계 경고 경비 경찰 공격 공군 구속 군대 군사 군인 권투 금고 도둑 도망 독감 마약
미사일 방지 방해 벌금 범인 범죄 법률 법원 법적 변호사 불법 비바람 비상 사냥 살인 승리 심판
압력 영웅 원고 위반 위법 위험 위협 육군 입대 잠수함 장군 재판 전시 전쟁 조직 죄인 주먹 지진
집단 처벌 천둥 총각 총리 총장 충격 충돌 쿠데타 태풍 통제 파출소 판결 판사 해군 형사 홍수
화살 훈련
# death, illness and harm
가난 가뭄 간섭 갈증 감기 고통 귀신 기침 말기 매장 목숨 몸살 무덤 바이러스 벌레 병실 병원
부상 부작용 비만 비명 사상 산부인과 상처 생명 설사 세월 소아과 수명 수술 아픔 악몽 안과 약국
약품 염려 영혼 오염 유산 의학 입원 장례 장사 재채기 제삿날 중독 증상 증세 진료 진찰 진통
질병 체온 체중 출산 통증 퇴원 피곤 혈액 화장 환영 환자 희생
# fear, sadness, anger, shame and insults
각오 갈등 감정 갑자기 거짓 걱정 결국 결석 결심 고민 고장 고집 공포 과장 괴로움 구석 그늘
극복 기분 긴장 낭비 냄새 논쟁 농담 눈동자 눈물 늑대 단점 담배 당장 도대체 도덕 도저히 마찰
막상 말투 맘대로 모조리 몹시 무관심 무릎 문제 미움 바늘 반말 반발 반성 발톱 밥맛 버릇 변명
본성 부끄러움 부담 부정 부족 분노 분리 불꽃 불만 불안 불이익 불행 비극 비난 비판 상관 서클
설거지 소문 소음 손실 손해 솔직히 순간 스트레스 슬쩍 슬픔 시선 신세 실감 실례 실망 실수 실체
실컷 실태 실패 심리 심정 아쉬움 악수 야단 약점 어둠 어려움 어쩌다가 어쩐지 엉망 엉터리
여전히 영원히 예감 예방 오징어 온갖 온몸 온통 왠지 외로움 외침 용서 운명 울음 웃음 원숭이
의문 의식 의심 의욕 이놈 이별 이상 이용 인격 자존심 잘못 재산 저런 전혀 절대 절망 정말 제발
조용히 존재 지경 지적 짐작 집안 짜증 차라리 차별 착각 최악 추측 충고 침묵 콤플렉스 큰소리
큰일 편견 핑계 하필 한계 함부로 항의 호박 홀로 흉내 흔적
# the body, clothes, looks and intimacy
가슴 감각 결혼 관계 구멍 근육 기혼 남녀 느낌 다방 다이어트 단골 단독 단추 덩어리 데이트
뒷모습 마사지 막걸리 만남 만족 매력 맥주 모습 목걸이 목소리 몰래 몸매 몸무게 몸속 몸짓 몸통
물건 미인 미팅 미혼 밑바닥 바나나 바닥 반지 발가락 발걸음 발목 발바닥 방바닥 배꼽 번개 벨트
빨간색 사랑 사춘기 서비스 서양 선수 성별 성인 성장 성적 성질 속옷 손가락 손길 손님 손등 손목
손톱 수건 수동적 수면 수염 수영 수컷 숙녀 숙소 순수 술병 술집 신사 신체 심장 안경 안방 안주
알코올 암시 암컷 애인 애정 약혼녀 양말 양주 얼굴 엉덩이 여관 연애 연인 열정 옆구리 예식장
오른발 오피스텔 온라인 옷차림 와이셔츠 와인 왼발 왼손 원피스 윗사람 육체 음주 이발소 이불
이빨 이성 이혼 인기 인형 입술 자극 잠옷 잠자리 저고리 접근 접촉 정면 정장 조건 주름 주인
즉석 지방 직장 진동 찌꺼기 차림 첫날 청바지 체험 출장 취향 침대 침실 코미디 쾌감 클럽 튼튼히
팬티 표정 풍속 하룻밤 해수욕장 행위 호텔 호흡 흥미 흥분
# people in her life, and school
가르침 가정 가족 강사 고등학생 교과서 교문 교복 교실 교육 교장 교직 기숙사 남매 남자 남편
남학생 노인 담임 대학 딸아이 마누라 막내 며느리 모임 반장 백인 본인 부인 부장 부친 부회장
사나이 사람 사모님 사장 사촌 삼촌 상대 선배 선생 선장 성함 소년 소속 손녀 수업 수험생 숙제
스님 스승 시댁 시부모 시아버지 시어머니 시집 시험 식구 실장 쌍둥이 아가씨 아드님 아들 아저씨
아줌마 어른 언니 엄마 여고생 여군 여권 여대생 여동생 여성 여왕 여인 여직원 여학생 연예인
옆방 옆집 외갓집 외삼촌 외할머니 우정 웃어른 원장 웨이터 유치원 이웃 인간 인류 인물 인연
일생 자식 자신 작은딸 장관 장모 장애인 장인 재학 조상 졸업 주민 중년 중학교 차남 청년
초등학생 출신 친구 친척 캠퍼스 큰딸 큰아들 큰어머니 탤런트 하숙집 학교 학급 학년 학번 학부모
학생 학원 할머니 할아버지 형부 형수 형제 회원 회장 흑인
# pictures, networks, watching, proof and control: what it is all about
가상 가입 강남 개방 개인 거액 검사 게시판 경험 계단 고객 골목 공개 관객 관람 관심 관찰 광경
광주 교환 구경 구입 국적 그날 그룹 그림 근거 근처 금액 기록 기억 긴급 녹음 녹화 놀이 답장
대중 대출 도중 망원경 매스컴 메일 면담 명단 명령 명예 명의 명함 모니터 모델 모집 목표 무조건
문득 미디어 바가지 반응 발견 발자국 발표 방문 방송 방안 번호 변신 별명 보관 보상 보안 보험
복사 부탁 분위기 비디오 비밀 비용 사건 사방 사생활 사설 사실 사진 상금 상상 상황 생방송 선거
선전 성명 소용 소지품 소형 수집 수화기 순위 스튜디오 시각 시리즈 시인 시절 시중 시청 신고
신용 아시아 아프리카 액수 앨범 야간 어젯밤 언론 얼핏 업체 여론 역할 연기 연락 연출 영상 영향
영화 예금 예전 예절 옛날 옥상 온종일 외출 요청 움직임 원래 유명 음성 이름 이중 인공 인근
인재 인종 인체 인터넷 인하 일기 일반 일본 일치 일회용 입시 입장 자랑 자정 자판 작성 작업
작품 잡지 장기간 장래 장르 장면 재생 전달 전부 전세 전철 전후 점수 정보 정부 정상 정지
정확히 제목 제안 제작 제출 제한 졸음 주문 주변 주장 중계방송 증거 지능 직업 진짜 질문 참가
참여 창작 채널 채점 책임 처음 천국 초상화 초점 촬영 최신 추억 추천 출연 카메라 캐릭터 컴퓨터
타입 탄생 텔레비전 통신 통장 통화 특징 파일 판단 판매 패션 퍼센트 편지 평가 평생 표현 프린터
필름 한눈 한때 한번 항상 해결 행동 허락 허용 현관 현금 현실 현장 홈페이지 홍보 화면 확인
회복
# belief and politics
간부 공무원 국왕 국회 권위 기독교 대통령 목사 믿음 북한 불교 성당 신비 의원 이념 정치 종교
평양 하느님 회견
# found on the second reading
가죽 강당 결과 결정 고무신 공짜 과목 관련 관리 광고 구별 금지 깜빡 넥타이 눈썹 단체 대응
대장 대책 마지막 먹이 먼지 명절 목록 목적 문서 물체 박사 반드시 발생 별일 복도 본래 분명
분석 사립 사물 사용 살짝 상태 상품 새벽 생활 서명 설치 소극적 손질 순식간 스스로 시나리오
시점 신문 심부름 심사 아나운서 연결 연극 의복 이익 인생 인원 일행 장비 장소 적응 절차 종업원
중요 지각 지급 직원 책가방 철저히 최종 칠판 학과 학기 학력 학비 학용품 학점 현상 형편 호기심
혹시 확보 확정 횟수 흑백
"""


_LEFT_OUT = {"en": _LEFT_OUT_EN, "ko": _LEFT_OUT_KO}


@cache
def left_out(language: str) -> frozenset[str]:
    """Return the words of the BIP-39 list of a language ("en", "ko") that are never drawn."""
    lines = (line for line in _LEFT_OUT[language].splitlines() if not line.startswith("#"))
    return frozenset(" ".join(lines).split())


@cache
def passphrase_words(language: str) -> tuple[str, ...]:
    """Return the words that are drawn in a language, in NFC, the form that keyboards give."""
    from mnemonic import Mnemonic

    words = (unicodedata.normalize("NFC", word) for word in Mnemonic(_LISTS[language]).wordlist)
    return tuple(word for word in words if word not in left_out(language))
