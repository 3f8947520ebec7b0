"""The words where the face is not that of whoever is at the computer, in Korean.

The three names end in a vowel, so that the particles behind {person} fit all of them.
"""

TEXTS = {
    "person.consent": "당사자",
    "person.guardian": "아이",
    "person.counsellor": "내담자",
    "step.enrol.of_other": "{person} 얼굴",
    "enrol.title.of_other": "{person} 얼굴",
    "enrol.what.of_other": (
        "{person}를 찾으려면 먼저 {person}의 얼굴을 알려 주어야 합니다. 사진은 이 컴퓨터 안에서만 "
        "검사합니다. 얼굴은 메모리에만 두고 어디에도 저장하지 않으며, 보관함을 닫거나 잠글 때, "
        "그리고 프로그램을 나갈 때 지웁니다."
    ),
    "enrol.choose_prompt.of_other": "{person}의 얼굴이 나온 사진을 골라 주세요",
    "enrol.looking.of_other": (
        "잠시만 기다려 주세요. {person}의 사진을 검사하고 있습니다. 남은 사진: {count}장"
    ),
    "enrol.picture.of_other": "사진에 나온 {person}의 얼굴: {name}",
    "enrol.no_face_is_mine.of_other": "이 가운데 {person}는 없습니다",
    "enrol.no_face_is_mine_name.of_other": "이 가운데 {person}는 없습니다. 사진 빼기: {name}",
    "enrol.forget.of_other": "{person} 얼굴 지금 지우기(&F)",
    "enrol.forgotten.of_other": (
        "지웠습니다. 이제 {person}의 얼굴에 관한 것은 아무것도 남아 있지 않습니다. 사진 파일은 "
        "원래 있던 곳에 그대로 있습니다."
    ),
    "enrol.looked_again.of_other": (
        "비교 모델이 바뀌어 {person}의 사진을 한 번 더 검사했습니다. 전에 카메라로 찍은 사진은 "
        "지웠으니 다시 찍어 주세요."
    ),
    "camera.about.of_other": (
        "카메라 화면은 이 컴퓨터 안에서만 검사합니다. 녹화하거나 저장하지 않습니다. 사진 몇 장만 "
        "메모리에 두었다가 {person}의 얼굴을 지울 때 함께 지웁니다."
    ),
    "photos.heading.of_other": "{person}의 사진",
    "photo.no-face.of_other": (
        "얼굴을 찾지 못해 쓰지 않았습니다. {person}의 얼굴 전체가 보이는 사진을 골라 주세요."
    ),
    "photo.several-faces.of_other": (
        "얼굴이 여럿이라 쓰지 않았습니다. 누가 {person}인지 프로그램이 짐작할 수는 없습니다."
    ),
    "photo.choice.of_other": (
        "얼굴이 여럿 있습니다. 어느 얼굴이 {person}인가요? 고른 얼굴만 남기고 다른 얼굴은 바로 "
        "지웁니다."
    ),
    "photo.which.of_other": (
        "    번호는 맨 윗줄부터, 줄마다 왼쪽부터 셉니다. 어느 얼굴이 {person}인지 번호로 알려 "
        "주세요. {number}번이면 이렇게 적습니다: --me {typed}"
    ),
    "photo.too-small.of_other": (
        "{person}의 얼굴이 너무 작아 쓰지 않았습니다. 더 가까이에서 찍은 사진이나 원래 크기의 "
        "사진을 골라 주세요."
    ),
    "photo.small.of_other": (
        "사진을 썼습니다. 다만 {person}의 얼굴이 작습니다. 얼굴이 더 크게 나온 사진이면 더 "
        "좋습니다."
    ),
    "photo.turned-away.of_other": (
        "사진을 썼습니다. 다만 {person}의 얼굴이 옆을 보고 있습니다. 정면 사진이면 더 좋습니다."
    ),
    "photo.background.of_other": (
        "사진을 썼습니다. 뒤쪽의 작은 얼굴은 뺐습니다. 가장 큰 얼굴이 {person}가 아니면 어느 "
        "얼굴이 {person}인지 알려 주세요."
    ),
    "photos.differ.of_other": (
        "{person}의 사진을 다시 확인해 주세요. {pair} 같은 사람처럼 보이지 않습니다. 한 번에 한 "
        "사람만 확인합니다. 하나가 다른 사람이면 그 사진을 빼거나 그 사진에서 다른 얼굴을 골라 "
        "주세요. 둘 다 {person}라면 그대로 진행해도 됩니다."
    ),
    "photos.confirmed_left_out.of_other": (
        "{person}라고 판단했지만 사진과 닮지 않아 뺀 얼굴: {count}개"
    ),
    "check.what.of_other": (
        "이제 {person}의 얼굴을 이 보관함에 있는 얼굴들과 비교합니다. 결과는 {person}와 비슷한 "
        "얼굴이 있는지 알려 줄 뿐이고, 판단은 사람이 합니다."
    ),
    "check.what_copy.of_other": (
        "이제 {person}의 얼굴을 이 확인용 사본에 있는 얼굴들과 비교합니다. 결과로는 {person}와 "
        "비슷한 얼굴이 있는 파일의 번호가 나옵니다. 다른 사람일 수도 있습니다."
    ),
    "check.no_photo.of_other": (
        "아직 {person}의 얼굴 사진이 없습니다. 먼저 사진을 넣고 다시 와 주세요."
    ),
    "check.face_not_chosen.of_other": (
        "사진 속 얼굴 가운데 어느 얼굴이 {person}인지 아직 고르지 않았습니다. 먼저 고르고 다시 와 "
        "주세요."
    ),
    "check.other_pack.of_other": (
        "{person}의 사진과 이 보관함을 서로 다른 비교 모델로 검사했습니다. 사진을 한 번 더 "
        "검사해야 합니다. 카메라로 찍은 사진은 그때 지워지니 다시 찍어 주세요."
    ),
    "check.look_again.of_other": "{person}의 사진 다시 검사하기(&H)",
    "check.to_me.of_other": "{person} 얼굴 넣으러 가기(&F)",
    "check.photos.of_other": "확인에 쓰는 {person}의 사진: {count}장",
    "check.photos_to_go.of_other": (
        "아직 검사하고 있는 {person}의 사진: {count}장. 잠시 기다려도 되고, 지금 이 사진 없이 "
        "확인하고 나중에 다시 확인해도 됩니다."
    ),
    "check.face_waits.of_other": (
        "어느 얼굴이 {person}인지 아직 고르지 않은 사진: {names}. 고르기 전에는 이 사진을 쓰지 "
        "않습니다. 먼저 얼굴을 골라도 되고, 지금 이 사진 없이 확인하고 나중에 다시 확인해도 됩니다."
    ),
    "check.choose_face.of_other": "{person} 얼굴 고르러 가기(&Y)",
    "check.running.of_other": (
        "잠시만 기다려 주세요. {person}의 얼굴을 보관함에 있는 모든 얼굴과 비교하고 있습니다."
    ),
    "check.interrupted.of_other": (
        "결과가 나오기 전에 보관함이 잠겨 확인이 멈췄습니다. {person}의 사진을 다시 넣고 다시 "
        "확인해 주세요."
    ),
    "check.face_waited.of_other": "어느 얼굴이 {person}인지 고르지 않아 쓰지 않은 사진: {names}",
    "check.changed.of_other": (
        "이 결과가 나온 뒤에 보관함이나 {person}의 사진이 바뀌었습니다. 다시 확인하면 바뀐 "
        "내용까지 결과에 들어갑니다."
    ),
    "check.next_scan.of_other": (
        "이 보관함의 일부는 {person}의 사진과 다른 방식으로 검사한 것입니다. '확인할 파일' "
        "화면에서 다시 검사한 뒤 한 번 더 확인해 보세요."
    ),
    "outcome.nothing_new.of_other": (
        "새로 나온 얼굴은 없습니다. {person}가 더 나오지 않는다는 뜻은 아닙니다."
    ),
    "outcome.none.of_other": (
        "비슷한 얼굴을 찾지 못했습니다. {person}가 나오지 않는다는 뜻은 아닙니다."
    ),
    "outcome.not_compared.of_other": (
        "비교한 것이 없어서, 이 결과로는 {person}가 나오는지 알 수 없습니다."
    ),
    "outcome.with_confirmed.of_other": (
        "이 가운데 {person}의 사진만으로는 나오지 않고, {person}라고 판단한 얼굴까지 함께 비교해서 "
        "나온 얼굴: {count}개"
    ),
    "found.with_confirmed.of_other": (
        "{person}의 사진만으로는 나오지 않고, {person}라고 판단한 얼굴과 함께 비교해서 나왔습니다."
    ),
    "next.none.of_other": (
        "  다른 날 찍은 {person}의 사진을 더 넣거나, 새 파일이 들어왔을 때 다시 확인해 보세요.\n"
        "  어디에 올라와 있다는 말을 들었다면 지원센터가 함께 찾아 줄 수 있습니다."
    ),
    "next.scan_copy.of_other": (
        "  이 사본을 준 사람에게 다시 검사해서 확인용 사본을 새로 만들어 달라고 하세요.\n"
        "  이 사본의 일부는 {person}의 사진과 다른 방식으로 검사한 것입니다."
    ),
    "decision.confirm.of_other": "{person}입니다",
    "decision.reject.of_other": "{person}가 아닙니다",
    "hit.confirm.of_other": "    판단: {person}입니다",
    "review.band.strong.of_other": (
        "많이 비슷한 얼굴입니다. {person}를 닮은 다른 사람일 수도 있습니다."
    ),
    "review.band.some.of_other": (
        "조금 비슷한 얼굴입니다. {person}를 닮은 다른 사람인 경우가 많습니다."
    ),
    "review.scenes.of_other": (
        "이 동영상의 {count}개 장면에 {person}와 비슷한 얼굴이 나옵니다. 한 번 판단하면 모두에 "
        "적용됩니다."
    ),
    "review.several.of_other": "{person}와 비슷한 얼굴이 둘 이상 나와서 얼굴마다 따로 판단합니다.",
    "review.own_face.of_other": "{person}의 사진",
    "review.no_own.of_other": (
        "{person}의 사진이 더는 메모리에 없습니다. 나란히 놓고 보려면 '{person} 얼굴'에서 사진을 "
        "다시 골라 주세요."
    ),
    "review.was.confirm.of_other": "'{person}입니다'로 판단했습니다. 바꿀 수 있습니다.",
    "review.was.reject.of_other": "'{person}가 아닙니다'로 판단했습니다. 바꿀 수 있습니다.",
    "review.confirm.of_other": "{person}입니다(&M) 1",
    "review.reject.of_other": "{person}가 아닙니다(&N) 2",
    "review.sum.confirm.of_other": "{person}입니다: {count}개",
    "review.sum.reject.of_other": "{person}가 아닙니다: {count}개",
    "review.next_confirmed.of_other": (
        "'{person}입니다'로 판단한 얼굴은 더 찾는 데 도움이 됩니다. 다시 확인하면 {person}의 "
        "사진과 함께 쓰입니다. 경찰이나 지원센터에 전달할 자료를 만들 수도 있습니다."
    ),
    "review.next_none.of_other": (
        "'{person}입니다'로 판단한 얼굴이 없습니다. {person}가 나오지 않는다는 뜻은 아닙니다. 다른 "
        "사진으로 다시 확인할 수 있고, 본 것에 대해 지원센터와 이야기할 수도 있습니다."
    ),
    "review.no_check.of_other": (
        "아직 볼 것이 없습니다. 넣은 파일에 {person}의 얼굴이 나오는지 먼저 확인해 주세요."
    ),
    "review.copy.alone.of_other": (
        "번호가 나왔다는 것은 {person}와 비슷한 얼굴이 있다는 뜻일 뿐입니다. 다른 사람일 수도 "
        "있습니다."
    ),
    "sources.choose.of_other": "{person}의 사진이 든 폴더를 골라 주세요",
    "sources.because.same-pose.of_other": "{person}의 얼굴과 방향과 표정이 같고 얼굴도 닮았습니다",
    "sources.because.resembles.of_other": "{person}의 얼굴과 닮았지만 방향이나 표정은 다릅니다",
    "handover.nothing.of_other": (
        "아직 {person}라고 확인한 것이 없습니다. 다른 사람의 사진이 전달되지 않도록, {person}라고 "
        "확인한 파일만 담습니다. 나온 얼굴을 살펴보고 어느 것이 {person}인지 먼저 판단해 주세요."
    ),
    "handover.items.some.for.of_other": (
        "몇 개만 달라고 했거나, 얼굴은 안 나오지만 {person}와 관련된 파일이 있을 때 고르세요. 다른 "
        "사람에 관한 것은 그 사람이 정할 일입니다."
    ),
    "level.crops.of_other": "{person} 얼굴만",
    "level.crops.for.of_other": (
        "파일마다 {person}의 얼굴만 작게 담습니다. 얼굴 주변이나 다른 사람은 나오지 않습니다. 가린 "
        "화면 캡처도 담깁니다. {person}인지 어떻게 아는지 경찰이나 지원센터가 물을 때 고르세요."
    ),
    "handover.captures.covered.for.of_other": (
        "성적인 부분과 다른 사람의 얼굴이 모두 보이지 않을 때 고르세요. 가린 캡처는 보관함에 남고, "
        "{person}의 얼굴을 담을 때 함께 담깁니다. 가리지 않은 캡처는 원본 파일을 남기는 보관함에만 "
        "남고, 원본 파일을 담을 때만 함께 담깁니다."
    ),
    "handover.small_set.what.of_other": (
        "온라인 신고에 올릴 보고서, 해시값 확인서, 파일 목록, 가린 화면 캡처를 10MB보다 작게 "
        "나누어 증거 묶음 옆 폴더에 저장합니다. 잠기지 않으며, '사진 없이'를 고르지 않았다면 "
        "보고서에 {person}의 얼굴 사진도 들어갑니다. 올린 뒤에 지우세요."
    ),
    "intake.next.of_other": "{person} 얼굴 넣으러 가기(&F)",
    "progress.photos.of_other": "{person}의 사진 검사하는 중: {total}장 중 {done}장",
    "progress.photos.so_far.of_other": "{person}의 사진 검사하는 중: {done}장",
    "export.level.crops.of_other": (
        "{person}라고 확인한 얼굴만 작게 들어 있습니다. 다른 사람의 얼굴은 없습니다."
    ),
    "export.small_set.of_other": (
        "온라인 신고에 올릴 파일, 10MB보다 작게 나눔 (잠기지 않음. 올린 뒤에 지우세요). 사진 "
        "없이(list) 만들지 않았다면 그 안의 보고서에 {person}의 얼굴이 나옵니다: {path}"
    ),
    "sources.find.of_other": "합성에 쓰인 {person}의 사진 찾기(&O)",
    # the letters
    "takedown.subject.of_other": (
        "제목: 동의 없이 {person}의 얼굴을 사용한 성적 콘텐츠를 즉시 삭제해 주시기 바랍니다"
    ),
    "takedown.who.of_other": (
        "저는 {name}입니다. {person}를 대신하여 요청합니다. 아래 콘텐츠에는 {person}의 얼굴이 "
        "성적인 내용과 함께 나옵니다. {person}는 이것을 만드는 데에도, 올리는 데에도 동의한 적이 "
        "없습니다. 콘텐츠에 나오는 얼굴이 {person}의 얼굴임을 확인했습니다."
    ),
    "takedown.ask.personal.of_other": "함께 공개된 {person}의 개인정보도 삭제해 주십시오.",
    "takedown.law.statement.of_other": (
        "저는 아래 콘텐츠가 {person}의 내밀한 모습이거나 {person}의 모습을 합성한 것(digital "
        "forgery)이며, 동의 없이 공개되었다고 선의로 믿고 이를 밝힙니다. 저는 {person}를 대신하여 "
        "요청할 수 있습니다. 콘텐츠가 있는 곳은 아래에, 연락처는 맨 끝에 적었으며, 그곳에 "
        "서명합니다."
    ),
    "takedown.request.support_centre.of_other": (
        "아래 콘텐츠가 어디에서 발견되든 {person}를 대신하여 삭제를 요청해 주시고, 다시 올라오는지 "
        "계속 살펴봐 주시고, 조치한 결과를 알려 주시기 바랍니다. 파일은 첨부하지 않았습니다."
    ),
}
