"""What a check says, in Korean. A resemblance is a lead; a person decides."""

RESULTS = {
    # own photos
    "photos.heading": "내 사진",
    "photo.line": "  {name}: {feedback}",
    "photo.good": "좋습니다.",
    "photo.no-face": (
        "얼굴을 찾지 못해 쓰지 않았습니다. 얼굴 전체가 보이는 사진을 다시 골라 주세요."
    ),
    "photo.several-faces": (
        "얼굴이 여럿이라 쓰지 않았습니다. 누가 본인인지 프로그램이 짐작해서는 안 됩니다. "
        "본인 얼굴만 남게 사진을 자르거나 다른 사진을 골라 주세요."
    ),
    "photo.too-small": (
        "얼굴이 너무 작아 쓰지 않았습니다. 더 가까이에서 찍은 사진이나 원래 크기의 사진을 골라 "
        "주세요."
    ),
    "photo.small": "썼지만 얼굴이 작습니다. 더 크게 나온 사진이 더 도움이 됩니다.",
    "photo.blurred": "썼지만 흐립니다. 또렷한 사진이 더 도움이 됩니다.",
    "photo.turned-away": "썼지만 옆을 보고 있습니다. 정면 사진이 더 도움이 됩니다.",
    "photo.too-dark": "썼지만 어둡습니다. 밝은 곳에서 찍은 사진이 더 도움이 됩니다.",
    "photo.background": (
        "썼습니다. 뒤쪽의 작은 얼굴들은 뺐습니다. 가장 큰 얼굴이 본인이 아니면 멈추고 사진을 "
        "잘라 주세요."
    ),
    "photo.unreadable": "쓸 수 없었습니다: {why}",
    "photo.locked": (
        "시스템이 이 프로그램에 읽게 해 주지 않습니다. 권한을 확인하거나 내 폴더로 복사해 주세요."
    ),
    "photo.missing": "그런 이름의 파일이 없습니다.",
    "photo.video": "동영상입니다. 사진을 골라 주세요.",
    "photo.twice": "같은 사진을 두 번 골랐습니다. 한 번만 셉니다.",
    "photo.too-many": "사진이 이미 충분해서 쓰지 않았습니다. 쓰려면 다른 사진을 하나 빼 주세요.",
    "photos.differ": (
        "사진을 다시 확인해 주세요. {first} 사진과 {second} 사진이 같은 사람처럼 보이지 않습니다. "
        "한 번에 한 사람만 확인합니다. 둘 다 본인이라면 그대로 진행해도 됩니다."
    ),
    "photos.confirmed": "이 사건에서 직접 확인한 얼굴 중 함께 쓴 것: {count}",
    "photos.confirmed_left_out": "확인한 얼굴이지만 내 사진과 닮지 않아 뺀 것: {count}",
    "photos.more": (
        "서로 다른 사진을 {most}장까지 쓰면 훨씬 도움이 됩니다. 다른 날, 다른 빛에서 찍은 사진이 "
        "좋습니다."
    ),
    # what was compared
    "check.compared": (
        "파일 {items}개에 있는 얼굴 {tracks}개와 견주었습니다. 동영상 속 얼굴은 장면마다 한 번만 "
        "셉니다."
    ),
    "check.nothing": "이 사건에는 아직 견줄 얼굴이 없습니다.",
    # outcomes
    "outcome.strong": "많이 비슷한 얼굴이 있습니다 (확인 필요): {count}",
    "outcome.some": "조금 비슷한 얼굴이 있습니다 (확인 필요): {count}",
    "outcome.none": "비슷한 얼굴을 찾지 못했습니다. 없다는 뜻은 아닙니다.",
    "outcome.unchecked": "확인하지 못한 파일: {count}",
    "outcome.unchecked_none": "확인하지 못한 파일: 없음. 모든 파일을 살펴보았습니다.",
    "outcome.rejected": "전에 본인이 아니라고 하여 다시 보이지 않는 얼굴: {count}",
    "hit.line": "  파일 {item}번, 얼굴 {face}번: {name}",
    "hit.line_time": "  파일 {item}번, 얼굴 {face}번: {name}, {time} ({first}부터 {last}까지 보임)",
    "hit.confirm": "    본인이라고 확인함",
    "hit.unsure": "    잘 모르겠다고 함",
    "unchecked.line": "  파일 {item}번: {name}: {why}",
    "unchecked.partly": "  파일 {item}번: {name}: 일부만 살펴봄: {why}",
    "lookalikes": (
        "닮은 사람에 대하여: 이만한 사건에서는 우연히 닮은 다른 사람도 나올 수 있습니다. "
        "'많이 비슷함'에는 {strong}, '조금 비슷함'에는 {some}입니다. "
        "그러니 나온 얼굴이 다른 사람일 수도 있습니다."
    ),
    "lookalikes.many": "확인할 때마다 {count}명쯤",
    "lookalikes.one": "확인할 때마다 한 명쯤",
    "lookalikes.few": "{checks}번 확인에 한 명쯤",
    "lookalikes.fewest": "{checks}번 확인에 한 명보다 적게",
    # whom the pack tells apart poorly
    "pack.used": '얼굴은 모델 묶음 "{pack}"(으)로 견줍니다.',
    "pack.poor": (
        "이 묶음이 잘 구별하지 못하는 사람: {people}. 이 경우 놓치는 얼굴도, 닮은 남이 나오는 일도 "
        "더 많으니 결과를 조심해서 보세요."
    ),
    "pack.uncalibrated": (
        "이 묶음의 이 버전은 재어 본 적이 없어, 닮은 사람의 수는 이 사건만 보고 어림한 것입니다. "
        "결과를 조심해서 보세요."
    ),
    "measured.open": "공인 886명의 사진 2,073장(대부분 LFW), UTKFace의 얼굴 1,206개",
    "people.east-asian": "동아시아인",
    "people.east-asian-women": "특히 동아시아 여성",
    "pack.add": (
        "지금은 이 묶음만 있습니다. 더 좋은 묶음이 도움이 되니, 믿을 수 있는 컴퓨터에서 "
        "{packs} 파일을 받아 "
        "다음과 같이 더하세요: geoul models add 경로 (목록: geoul models)"
    ),
    # next steps
    "next.heading": "다음에 할 수 있는 일",
    "next.look": (
        "  나온 얼굴 자세히 보기:    geoul show {case} 파일번호\n"
        "  본 것을 남기기:           geoul decide {case} 파일번호 confirm|reject|unsure\n"
        "  확인한 얼굴은 다음 확인에 쓰여 더 많이 찾게 됩니다."
    ),
    "next.copy": (
        "  위의 파일 번호를 적어 이 사본을 준 사람에게 보여 주세요. 사본에는 사진이 없지만,\n"
        "  원래 사건으로 그 파일을 함께 살펴볼 수 있습니다."
    ),
    "next.none": (
        "  다른 사진을 더 골라서, 또는 새 파일이 들어오면 다시 확인해 보세요.\n"
        "  어디에 있는지 들은 것이 있다면 지원센터가 함께 찾아 줄 수 있습니다."
    ),
    "next.unchecked": "  확인하지 못한 파일은 지원센터와 함께 살펴볼 수 있습니다.",
    "next.safe": (
        "  돈을 보내지 말고, 협박에 답하지 말고, 링크를 누르거나 방에 들어가지 마세요. "
        "가지고 있는 것은 그대로 두세요."
    ),
}
