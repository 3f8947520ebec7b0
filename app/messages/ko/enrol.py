"""Enrol: own photos, the camera, and the page of her face, in Korean."""

TEXTS = {
    "step.enrol": "내 얼굴",
    "enrol.title": "내 얼굴",
    "enrol.what": (
        "나를 찾으려면 먼저 내 얼굴을 알려 주어야 합니다. 사진은 이 컴퓨터 안에서만 검사합니다. "
        "얼굴은 메모리에만 두고 어디에도 저장하지 않으며, 보관함을 닫거나 잠글 때, 그리고 "
        "프로그램을 나갈 때 지웁니다."
    ),
    "enrol.choose": "사진 고르기(&C)",
    "enrol.choose_prompt": "내 얼굴이 나온 사진을 골라 주세요",
    "enrol.camera": "카메라 쓰기(&M)",
    "enrol.drop": "사진을 이 화면에 끌어다 놓아도 됩니다.",
    "enrol.left_out": (
        "처음 {count}장만 검사하고 나머지 {left}장은 쓰지 않았습니다. 잘 나온 사진 {most}장이면 "
        "충분합니다."
    ),
    "enrol.looking": "잠시만 기다려 주세요. 사진을 검사하고 있습니다. 남은 사진: {count}장",
    "enrol.loading": "첫 사진은 몇 초 더 걸립니다.",
    "enrol.picture": "사진에 나온 내 얼굴: {name}",
    "enrol.remove": "빼기",
    "enrol.remove_name": "사진 빼기: {name}",
    "enrol.no_face_is_mine": "이 가운데 나는 없습니다",
    "enrol.no_face_is_mine_name": "이 가운데 나는 없습니다. 사진 빼기: {name}",
    "enrol.another_face": "다른 얼굴 고르기",
    "enrol.another_face_name": "사진에서 다른 얼굴 고르기: {name}",
    "enrol.forget": "내 얼굴 지금 지우기(&F)",
    "enrol.forgotten": (
        "지웠습니다. 이제 얼굴에 관한 것은 아무것도 남아 있지 않습니다. 사진 파일은 원래 있던 "
        "곳에 그대로 있습니다."
    ),
    "enrol.looked_again": (
        "비교 모델이 바뀌어 내 사진을 한 번 더 검사했습니다. 전에 카메라로 찍은 사진은 지웠으니 "
        "다시 찍어 주세요."
    ),
    "enrol.next": "확인하러 가기(&G)",
    "enrol.camera_start": "카메라 켜기(&S)",
    "enrol.camera_again": "다시 해 보기(&N)",
    "enrol.camera_skipping": "알겠습니다. 카메라를 한 번만 바라봐 주세요.",
    "enrol.camera_stop": "카메라 끄기(&T)",
    "enrol.camera_view": "카메라 화면 (거울처럼 좌우가 바뀌어 보입니다)",
    "enrol.camera_step": "{total}단계 중 {number}단계",
    "enrol.camera_friction": (
        "이 동작이 무언가를 증명하지는 않습니다. 다른 사람이 함부로 쓰기 어렵게 할 뿐입니다."
    ),
    "enrol.camera_asked": "이 프로그램이 카메라를 써도 되는지 시스템이 물어볼 수 있습니다.",
    "enrol.camera_keeping": "고맙습니다. 가장 잘 나온 사진을 검사하고 있습니다.",
    "enrol.photos_instead": "대신 사진 쓰기(&P)",
    "camera.about": (
        "카메라 화면은 이 컴퓨터 안에서만 검사합니다. 녹화하지 않고 아무것도 저장하지 않습니다. "
        "사진 몇 장만 내 얼굴을 지울 때까지 메모리에 남습니다."
    ),
    "camera.why": (
        "다른 사람의 사진을 카메라에 비추어 확인하는 일을 줄이려고, 고개를 돌리고 가까이 와 달라고 "
        "부탁드립니다. 30초쯤 걸립니다."
    ),
    "camera.skip": "동작 없이 진행",
    "camera.skip_means": (
        "이 동작은 하지 않아도 됩니다. 그러면 정면 사진만 찍고, 동작을 건너뛰었다는 것이 보관함의 "
        "관리 기록에 남습니다. 결과는 같습니다."
    ),
    "camera.photo": "카메라",
    "camera.starting": "카메라를 켜고 있습니다.",
    "camera.step.look-straight": "카메라를 똑바로 봐 주세요.",
    "camera.step.turn-left": "고개를 천천히 왼쪽으로 돌려 주세요.",
    "camera.step.turn-right": "고개를 천천히 오른쪽으로 돌려 주세요.",
    "camera.step.come-closer": "조금 더 가까이 와 주세요.",
    "camera.step.done": "다 되었습니다. 고맙습니다.",
    "camera.hint.no-face": "지금은 얼굴이 보이지 않습니다. 천천히 하세요.",
    "camera.hint.several-faces": (
        "얼굴이 여럿 보입니다. 한 번에 한 사람만 확인합니다. 화면에 혼자 나오면 이어서 진행합니다."
    ),
    "camera.hint.too-far": "조금만 더 가까이 와 주세요.",
    "camera.hint.too-dark": "어둡습니다. 앞쪽에 불을 켜거나 창문을 보고 앉으면 좋습니다.",
    "camera.hint.hold-still": "잠시 그대로 있어 주세요.",
    "camera.hint.other-way": "반대쪽으로 돌려 주세요.",
    "camera.hint.good": "좋습니다. 잠시 그대로 있어 주세요.",
    "camera.hint.take-your-time": (
        "천천히 하세요. 잘 되지 않거나 힘들면 동작 없이 진행하거나 사진을 쓰세요."
    ),
    "camera.passed": "다 되었습니다. 아래 사진은 메모리에만 남아 있습니다.",
    "camera.skipped": "정면 사진만 찍었습니다. 메모리에만 남아 있습니다.",
    # own photos
    "photos.heading": "내 사진",
    "photo.line": "  {name}: {feedback}",
    "photo.good": "좋습니다.",
    "photo.no-face": "얼굴을 찾지 못해 쓰지 않았습니다. 얼굴 전체가 보이는 사진을 골라 주세요.",
    "photo.several-faces": (
        "얼굴이 여럿이라 쓰지 않았습니다. 누가 본인인지 프로그램이 짐작할 수는 없습니다."
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
    "photo.twice": "같은 사진을 두 번 골랐습니다. 한 번만 씁니다.",
    "photo.too-many": (
        "사진이 이미 충분해서 쓰지 않았습니다. 이 사진을 쓰려면 다른 사진을 하나 빼 주세요."
    ),
    "photos.differ": (
        "사진을 다시 확인해 주세요. {pair} 같은 사람처럼 보이지 않습니다. "
        "한 번에 한 사람만 확인합니다. 하나가 다른 사람이면 그 사진을 빼거나 그 사진에서 다른 "
        "얼굴을 골라 주세요. 둘 다 본인이라면 그대로 진행해도 됩니다."
    ),
    "photos.pair": "{first} 사진과 {second} 사진이",
    "photos.namesakes": "이름이 같은 두 사진({first})이",
    "photos.confirmed": "이 보관함에서 본인이라고 판단해 함께 비교한 얼굴: {count}개",
    "photos.confirmed_left_out": "본인이라고 판단했지만 내 사진과 닮지 않아 뺀 얼굴: {count}개",
    "photos.more": (
        "서로 다른 사진을 {most}장까지 넣으면 훨씬 도움이 됩니다. 다른 날, 다른 조명에서 찍은 "
        "사진이 좋습니다."
    ),
}

ERRORS = {
    "CameraError": "카메라를 쓸 수 없습니다. 대신 사진을 써도 됩니다.",
    "CameraMissingError": (
        "카메라를 찾지 못했거나, 시스템에서 이 프로그램의 카메라 사용을 허용하지 않았습니다. "
        "카메라를 연결하거나 시스템 설정에서 허용해 주세요. 대신 사진을 써도 됩니다."
    ),
    "CameraBusyError": (
        "카메라는 있지만 화면이 나오지 않습니다. 다른 프로그램이 쓰고 있거나 시스템에서 허용하지 "
        "않았을 수 있습니다. 그 프로그램을 닫고 다시 해 보거나, 대신 사진을 쓰세요."
    ),
    "CameraBlackError": (
        "카메라 화면이 까맣습니다. 카메라 덮개가 닫혀 있거나 스위치가 꺼져 있거나 너무 어두울 수 "
        "있습니다. 확인하고 다시 해 보거나, 대신 사진을 쓰세요."
    ),
    "CameraLostError": (
        "카메라 화면이 끊겼습니다. 연결이 빠졌을 수 있습니다. 사라진 것은 없습니다. 다시 해 "
        "보거나, 대신 사진을 쓰세요."
    ),
    "OwnPhotosUnusableError": (
        "고른 사진으로는 확인할 수 없습니다. 밝은 곳에서 정면을 보고 혼자 나온 사진을 골라 다시 "
        "해 보세요."
    ),
    "OwnFaceNotChosenError": (
        "사진 속 얼굴 가운데 어느 얼굴이 본인인지 아직 알 수 없습니다. 내 사진 목록에 나온 번호를 "
        "붙여 다시 확인해 주세요."
    ),
}
