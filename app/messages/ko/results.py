"""What a check says, in Korean. A resemblance is a lead; a person decides."""

RESULTS = {
    # own photos
    "photos.heading": "내 사진",
    "photo.line": "  {name}: {feedback}",
    "photo.good": "좋습니다.",
    "photo.no-face": "얼굴을 찾지 못해 쓰지 않았습니다. 얼굴 전체가 보이는 사진을 골라 주세요.",
    "photo.several-faces": (
        "얼굴이 여럿이라 쓰지 않았습니다. 누가 본인인지 프로그램이 짐작해서는 안 되기 때문입니다."
    ),
    "photo.choice": (
        "얼굴이 여럿 있습니다. 어느 얼굴이 본인인가요? 고른 얼굴만 남기고 다른 얼굴은 바로 "
        "지웁니다."
    ),
    "photo.no-such-face": (
        "{face}번 얼굴이 없어 쓰지 않았습니다. 이 사진에서 찾은 얼굴: {found}개."
    ),
    "photo.face": "{number}번: {place}",
    "photo.face_line": "    {face}",
    "photo.not_listed": "목록에 없는 더 작은 얼굴: {count}개",
    "photo.which": (
        "    번호는 맨 윗줄부터, 줄마다 왼쪽부터 셉니다. 어느 얼굴이 본인인지 번호로 알려 주세요. "
        "{number}번이면 이렇게 적습니다: --me {typed}"
    ),
    "face.place.top-left": "왼쪽 위",
    "face.place.top": "가운데 위",
    "face.place.top-right": "오른쪽 위",
    "face.place.left": "왼쪽",
    "face.place.middle": "가운데",
    "face.place.right": "오른쪽",
    "face.place.bottom-left": "왼쪽 아래",
    "face.place.bottom": "가운데 아래",
    "face.place.bottom-right": "오른쪽 아래",
    "photo.too-small": (
        "얼굴이 너무 작아 쓰지 않았습니다. 더 가까이에서 찍은 사진이나 원래 크기의 사진을 골라 "
        "주세요."
    ),
    "photo.small": (
        "사진을 썼습니다. 다만 얼굴이 작습니다. 얼굴이 더 크게 나온 사진이면 더 좋습니다."
    ),
    "photo.blurred": "사진을 썼습니다. 다만 흐립니다. 또렷한 사진이면 더 좋습니다.",
    "photo.turned-away": (
        "사진을 썼습니다. 다만 얼굴이 옆을 보고 있습니다. 정면 사진이면 더 좋습니다."
    ),
    "photo.too-dark": "사진을 썼습니다. 다만 어둡습니다. 밝은 곳에서 찍은 사진이면 더 좋습니다.",
    "photo.background": (
        "사진을 썼습니다. 뒤쪽의 작은 얼굴은 뺐습니다. 가장 큰 얼굴이 본인이 아니면 어느 얼굴이 "
        "본인인지 알려 주세요."
    ),
    "photo.unreadable": "쓸 수 없었습니다: {why}",
    "photo.locked": "이 사진을 읽을 권한이 없습니다. 권한을 확인하거나 내 폴더로 복사해 주세요.",
    "photo.missing": "그런 이름의 파일이 없습니다. 폴더라면 그 안의 사진을 골라 주세요.",
    "photo.video": "동영상입니다. 사진을 골라 주세요.",
    "photo.twice": "같은 사진을 두 번 골랐습니다. 한 번만 셉니다.",
    "photo.too-many": "사진이 이미 충분해서 쓰지 않았습니다. 쓰려면 다른 사진을 하나 빼 주세요.",
    "photos.differ": (
        "사진을 다시 확인해 주세요. {pair} 같은 사람처럼 보이지 않습니다. "
        "한 번에 한 사람만 확인합니다. 하나가 다른 사람이면 그 사진을 빼거나 그 사진에서 다른 "
        "얼굴을 골라 주세요. 둘 다 본인이라면 그대로 진행해도 됩니다."
    ),
    "photos.pair": "{first} 사진과 {second} 사진이",
    "photos.namesakes": "이름이 같은 두 사진({first})이",
    "photos.confirmed": "이 사건에서 본인이라고 판단해 함께 비교한 얼굴: {count}개",
    "photos.confirmed_left_out": "본인이라고 판단했지만 내 사진과 닮지 않아 뺀 얼굴: {count}개",
    "photos.more": (
        "서로 다른 사진을 {most}장까지 넣으면 훨씬 도움이 됩니다. 다른 날, 다른 조명에서 찍은 "
        "사진이 좋습니다."
    ),
    # what was compared
    "check.compared": (
        "파일 {items}개에 있는 얼굴 {tracks}개와 비교했습니다. 동영상 속 얼굴은 장면마다 한 번만 "
        "셉니다."
    ),
    "check.nothing_comparable": (
        "비교할 수 있는 것이 없습니다. 이 사건에 있는 것은 다른 비교 모델로 살펴본 것입니다."
    ),
    "check.older": (
        "비교 모델의 다른 버전으로 살펴본 파일: {count}개. 두 버전에 같이 있는 것만 비교했으므로 "
        "더 놓치거나 닮은 다른 사람이 더 나올 수 있습니다. 동아시아인의 얼굴에서 특히 그렇습니다."
    ),
    "check.apart": "다른 비교 모델로 살펴보아 비교하지 못한 파일: {count}개.",
    "check.nothing": "이 사건에는 아직 비교할 얼굴이 없습니다.",
    # outcomes
    "outcome.strong": "많이 비슷한 얼굴이 있습니다 (확인 필요): {count}개",
    "outcome.some": "조금 비슷한 얼굴이 있습니다 (확인 필요): {count}개",
    "outcome.new.strong": "새로 나온 많이 비슷한 얼굴이 있습니다 (확인 필요): {count}개",
    "outcome.new.some": "새로 나온 조금 비슷한 얼굴이 있습니다 (확인 필요): {count}개",
    "outcome.copy.strong": "많이 비슷한 얼굴이 있습니다 (다른 사람일 수 있음): {count}개",
    "outcome.copy.some": "조금 비슷한 얼굴이 있습니다 (다른 사람일 수 있음): {count}개",
    "outcome.copy.new.strong": (
        "새로 나온 많이 비슷한 얼굴이 있습니다 (다른 사람일 수 있음): {count}개"
    ),
    "outcome.copy.new.some": (
        "새로 나온 조금 비슷한 얼굴이 있습니다 (다른 사람일 수 있음): {count}개"
    ),
    "outcome.copy.open_before": "전에도 나왔고 이번에도 나온 얼굴: {count}개",
    "outcome.nothing_new": "새로 나온 얼굴은 없습니다. 더 없다는 뜻은 아닙니다.",
    "outcome.open_before": "전에도 나왔고 아직 판단하지 않은 얼굴: {count}개",
    "outcome.decided": "다시 나왔지만 이미 판단한 얼굴: {count}개",
    "outcome.with_confirmed": (
        "이 가운데 내 사진만으로는 나오지 않고, 본인이라고 판단한 얼굴까지 함께 비교해서 나온 "
        "얼굴: {count}개"
    ),
    "outcome.log_changed": (
        "이 사건의 관리 기록이 바뀌어, 전에 나온 얼굴이 무엇인지는 알려 드리지 않습니다."
    ),
    "outcome.none": "비슷한 얼굴을 찾지 못했습니다. 없다는 뜻은 아닙니다.",
    "outcome.not_compared": "비교한 것이 없어서, 이 결과로는 있는지 없는지 알 수 없습니다.",
    "outcome.unchecked": "확인하지 못한 파일: {count}개",
    "outcome.partly": "일부만 살펴본 파일: {count}개",
    "outcome.unchecked_none": "확인하지 못한 파일: 없음. 모든 파일을 살펴보았습니다.",
    "outcome.rejected": "전에 '내가 아닙니다'로 판단해 다시 나오지 않는 얼굴: {count}개",
    "hit.line": "  파일 {item}번, 얼굴 {face}번: {name}",
    "hit.line_time": "  파일 {item}번, 얼굴 {face}번: {name}, {time} ({first}부터 {last}까지 보임)",
    "hit.confirm": "    판단: 나입니다",
    "hit.unsure": "    판단: 잘 모르겠습니다",
    "hit.now": "    이번 결과: {band}",
    "band.strong": "많이 비슷함",
    "band.some": "조금 비슷함",
    "unchecked.line": "  파일 {item}번: {name}: {why}",
    "unchecked.partly": "  파일 {item}번: {name}: 일부만 살펴봄: {why}",
    "lookalikes": (
        "우연히 닮은 다른 사람도 나올 수 있습니다. 이만한 사건이라면 '많이 비슷함'에는 {strong}, "
        "'조금 비슷함'에는 {some} 나온다고 보면 됩니다. 그러니 나온 얼굴이 다른 사람일 수도 "
        "있습니다."
    ),
    "lookalikes.many": "확인할 때마다 {count}명쯤",
    "lookalikes.one": "확인할 때마다 한 명쯤",
    "lookalikes.few": "{checks}번 확인하면 한 명쯤",
    "lookalikes.fewest": "{checks}번 확인하면 한 명 미만",
    # whom the pack tells apart poorly
    "pack.used": "비교 모델: {pack}",
    "pack.poor": (
        "이 비교 모델이 덜 정확하게 구별하는 사람: {people}. 이 경우 놓치는 얼굴도 더 많고 닮은 "
        "다른 사람도 더 많이 나오니, 결과를 조심해서 보세요."
    ),
    "pack.lacks.missing": (
        "프로그램에 들어 있는 비교 모델의 일부가 설치되어 있지 않아 그 부분 없이 비교합니다: "
        "{file}. {worse} 프로그램 폴더에서 설치하기: {line}"
    ),
    "pack.lacks.damaged": (
        "프로그램에 들어 있는 비교 모델의 일부가 원래 파일과 다릅니다. 손상되었거나 바뀌었을 수 "
        "있어 그 부분 없이 비교합니다: {file}. {worse} 프로그램 폴더에서 다시 설치하기: {line}"
    ),
    "pack.needs.missing": (
        "프로그램에 들어 있는 비교 모델의 일부가 설치되어 있지 않습니다: {file}. 프로그램 폴더에서 "
        "설치하기: {line}"
    ),
    "pack.needs.damaged": (
        "프로그램에 들어 있는 비교 모델의 일부가 원래 파일과 다릅니다. 손상되었거나 바뀌었을 수 "
        "있어 쓰지 않습니다: {file}. 프로그램 폴더에서 다시 설치하기: {line}"
    ),
    "pack.without.sface": (
        "이렇게 하면 동아시아인, 특히 동아시아 여성의 얼굴을 더 많이 놓치고, 닮은 다른 사람도 더 "
        "많이 나옵니다."
    ),
    "pack.without.yunet": "파일을 살펴보는 데 시간이 더 걸립니다.",
    "pack.without.centerface": "얼굴을 찾고 비교하는 정확도가 떨어집니다.",
    "pack.without.dlib": "이렇게 하면 다른 사진에 합성된 얼굴을 더 많이 놓칩니다.",
    "pack.uncalibrated": (
        "이 비교 모델의 이 버전은 성능을 측정한 적이 없습니다. 우연히 닮은 사람의 수는 이 사건만 "
        "보고 어림한 것이니, 결과를 조심해서 보세요."
    ),
    "measured.open": (
        "유명인 1,046명의 사진 2,615장(대부분 LFW, 젊은 동아시아인 160명 포함), 다른 사람 "
        "1,173명의 사진(UTKFace, SCUT-FBP5500), 합성 사진 70장"
    ),
    "people.east-asian": "동아시아인",
    "people.east-asian-women": "특히 동아시아 여성",
    "people.young-east-asian-women": (
        "서로 비슷한 젊은 동아시아 여성(화장하거나 보정한 사진, 같은 조명의 스튜디오 사진)"
    ),
    "outcome.swaps": (
        "프로그램으로 다른 사진에 합성한 얼굴은 원래 사진보다 본인과 덜 닮아 보일 때가 많습니다. "
        "합성 사진은 가장 놓치기 쉬우니, 나오지 않았더라도 없다는 뜻이 아닙니다."
    ),
    "pack.add": (
        "지금은 이 비교 모델만 있습니다. 이대로 진행해도 되며, 성능이 더 좋은 모델을 추가하면 "
        "도움이 됩니다. 믿을 수 있는 컴퓨터에서 {packs} 파일을 받은 뒤 다음과 같이 추가하세요: "
        "geoul models add PATH (목록: geoul models)"
    ),
    # next steps
    "next.heading": "다음에 할 수 있는 일",
    "next.look": (
        "  나온 얼굴 자세히 보기:    geoul show {case} ITEM\n"
        "  내 판단 남기기:           geoul decide {case} ITEM confirm|reject|unsure\n"
        "  본인이라고 판단한 얼굴은 다음 확인에 함께 쓰여 더 많이 찾게 됩니다."
    ),
    "next.export": (
        "  나온 얼굴을 모두 판단했습니다.\n"
        "  본인이라고 판단한 것을 경찰이나 지원센터에 전달하기:\n"
        "                            geoul export {case} OUT.zip\n"
        "  본인이라고 판단한 얼굴은 다음 확인에 함께 쓰여 더 많이 찾게 됩니다."
    ),
    "next.copy": (
        "  위의 파일 번호를 적어 이 사본을 준 사람에게 보여 주세요. 사본에는 사진이 없지만,\n"
        "  원래 사건 파일로 함께 살펴볼 수 있습니다."
    ),
    "next.none": (
        "  다른 날 찍은 내 사진을 더 넣거나, 새 파일이 들어왔을 때 다시 확인해 보세요.\n"
        "  어디에 올라와 있다는 말을 들었다면 지원센터가 함께 찾아 줄 수 있습니다."
    ),
    "next.scan": (
        "  다른 방식으로 살펴본 파일을 다시 살펴보기:  geoul scan {case}\n"
        "  그런 다음 다시 확인해 보세요."
    ),
    "next.scan_copy": (
        "  이 사본을 준 사람에게 사건을 다시 살펴보고 확인용 사본을 새로 만들어 달라고 하세요.\n"
        "  이 사본의 일부는 내 사진과 다른 방식으로 살펴본 것입니다."
    ),
    "next.unchecked": "  확인하지 못한 파일은 지원센터와 함께 살펴볼 수 있습니다.",
    "next.safe": (
        "  돈을 보내지 말고, 협박에 답하지 말고, 링크를 누르거나 대화방에 들어가지 마세요. 가지고 "
        "있는 것은 지우지 말고 그대로 두세요."
    ),
}
