"""Letters that ask for removal, in English."""

TEXTS = {
    "takedown.to": "To: {to}",
    "takedown.to.telegram": "Telegram, abuse and safety team",
    "takedown.to.discord": "Discord, trust and safety team",
    "takedown.to.x": "X, safety team",
    "takedown.to.instagram": "Instagram, safety team",
    "takedown.to.youtube": "YouTube, safety team",
    "takedown.to.generic": "the operator of the service named in the links below",
    "takedown.to.support_centre": (
        "D4U, support centre for digital sex crimes (telephone 1366, or 02-735-8994)"
    ),
    "takedown.to.regulator": (
        "방송미디어통신심의위원회, the Korean commission that reviews illegal content on the "
        "internet (방송통신심의위원회, KCSC, until September 2025)"
    ),
    "takedown.subject": (
        "Subject: Sexual content that uses my face without my consent - please remove it at once"
    ),
    "takedown.who": (
        "I am {name}. My face is in the content listed below, in a sexual context. I have "
        "never consented to its making or to its publication. I confirm that the face is mine."
    ),
    "takedown.to.generic.no_link": "________________ (the service on which it is)",
    "takedown.request": "I ask you",
    "takedown.ask.links": (
        "to remove this content at all links below, and every copy of it that you hold;"
    ),
    "takedown.ask.no_link": (
        "to remove this content wherever it is on your service, and every copy of it that you hold;"
    ),
    "takedown.ask.personal": (
        "to remove with it the personal data of mine that was published together with it;"
    ),
    "takedown.ask.hashes": "to keep it from being uploaded again, by the hashes below;",
    "takedown.ask.act": (
        "to act against the accounts, rooms or channels that spread it, under your own rules "
        "against sexual content without consent;"
    ),
    "takedown.ask.tell": "to tell me in writing what you did, and when.",
    "takedown.law.us": (
        "This is a notice under the TAKE IT DOWN Act (47 U.S.C. 223a). Since 19 May 2026 you have "
        "to remove such content as soon as possible, and within 48 hours of this notice, and to "
        "make reasonable efforts to remove every known copy that is the same."
    ),
    "takedown.law.other": (
        "Where the TAKE IT DOWN Act of the United States (47 U.S.C. 223a) applies to you, this is "
        "a notice under it: since 19 May 2026 such content has to be removed within 48 hours."
    ),
    "takedown.law.statement": (
        "In good faith I believe, and I declare, that the content below is an intimate visual "
        "depiction of me, or a digital forgery that shows me, and that it was published without "
        "my consent. How to find it is written below, and how to reach me at the end, where I "
        "sign."
    ),
    "takedown.search_words": "Words to search by (personal data that was published with it, too):",
    "takedown.request.support_centre": (
        "I ask you to have the content below removed on my behalf wherever it is found, to "
        "keep watching for copies, and to tell me what was done. The files themselves are not "
        "enclosed."
    ),
    "takedown.request.hashes": "The hashes serve to find copies.",
    "takedown.request.regulator": (
        "I ask you to review the content below as sexual content that uses a person's face "
        "without their consent, and to have it removed or access to it blocked. The files "
        "themselves are not enclosed."
    ),
    "takedown.item": "Item {item}",
    "takedown.links": "Links:",
    "takedown.links.none": "(no link is known; please write here where it is)",
    "takedown.hashes": "Hashes:",
    "takedown.keep": (
        "Please keep what you know of the accounts that published it, for the police: this has "
        "been or may be reported to them."
    ),
    "takedown.close": ("{name}\nDate: ________________\nHow to reach me: ________________"),
    "takedown.close.signed": (
        "{name}\n"
        "Signature (your full name, typed, will do): ________________\n"
        "Date and time: ________________\n"
        "How to reach me (e-mail): ________________\n"
        "Number of this request, as the service gives it: ________________"
    ),
    "takedown.read_me.what": (
        "TAKE-DOWN PACK\n"
        "\n"
        "These are letters for you to send. Nothing was sent by the program. For each item that\n"
        "you confirmed there is one letter for each platform on which it was seen\n"
        "(item-0001-telegram.txt and so on), and one letter about all of them for the support\n"
        "centre and one for the authority. They hold links, hashes and the name that you chose;\n"
        "the one to the support centre also has the words to search by that you noted, your\n"
        "personal data among them. Read each before you send it."
    ),
    "takedown.read_me.young": (
        "IF YOU ARE UNDER 19\n"
        "Please do not send these letters yourself. Call 1366, D4U (02-735-8994) or 117 first:\n"
        "they do it for you, also without your parents. In Seoul, content that shows somebody\n"
        "under 19 can be removed even if neither they nor their parents ask for it. For pictures\n"
        "from before you were 18 there is also Take It Down. StopNCII.org is for people of 18\n"
        "and over."
    ),
    "takedown.read_me.where": (
        "WHERE TO SEND THEM\n"
        "1. Call 1366 first, day and night: since 17 April 2025 it is the one number for every\n"
        "   centre for digital sex crimes, D4U (02-735-8994) among them. They ask for the removal\n"
        "   for you and know whom to ask today. Hand them support_centre.txt and regulator.txt.\n"
        "2. The platform, at the same time: use the report form inside the app or on the site\n"
        "   itself, which you reach through its own help menu, and paste the letter. The one that\n"
        "   ends in -generic.txt is for any other service.\n"
        "3. The commission that reviews content on the internet has sites abroad blocked:\n"
        "   regulator.txt. It is called 방송미디어통신심의위원회 since October 2025. From June\n"
        "   2025 into 2026 it had too few members to decide anything: never rely on it alone.\n"
        "   Its telephone was 1377 (then 3) when this was written; D4U passes the letter on.\n"
        "4. The police, before or at the same time: 112 or ECRM. Content that is removed can no\n"
        "   longer be secured there, so ask them first when you want it prosecuted."
    ),
    "takedown.read_me.us": (
        "SERVICES OF THE UNITED STATES\n"
        "Since 19 May 2026 the TAKE IT DOWN Act gives them 48 hours. Their letters say what that\n"
        "law asks for. Sign (your full name, typed, will do), fill in an e-mail address, and note\n"
        "date, time and the number that they give your request. If the content is still there\n"
        "after 48 hours, anybody can complain to the Federal Trade Commission:\n"
        "takeitdown.ftc.gov"
    ),
    "takedown.read_me.hashes": (
        "HASHES FOR OTHER SERVICES\n"
        "hashes-pdq.txt (PDQ and its quality, for pictures) and hashes-md5.txt (MD5, for files as\n"
        "they are) are for services that compare hashes. StopNCII.org and Take It Down make the\n"
        "hashes themselves, on your own device, from the picture; they take no lists."
    ),
    "takedown.read_me.youtube": (
        "A CHOICE FOR YOUTUBE, FROM 18 YEARS ON\n"
        "YouTube can look for your face in new videos by itself (likeness detection). For that\n"
        "Google gets a video selfie of you. Think about it first; nothing else needs it."
    ),
    "takedown.read_me.safe": (
        "Do not open the links and do not enter rooms to check whether something was removed: let\n"
        "D4U look. Do not attach the files themselves to any letter. Do not write your address or\n"
        "telephone number to a platform; an e-mail address made for this is enough."
    ),
}
