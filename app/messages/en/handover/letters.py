"""Letters that ask for removal, in English."""

TEXTS = {
    "takedown.to": "To: {to}",
    "takedown.to.telegram": "Telegram, abuse and safety team",
    "takedown.to.discord": "Discord, trust and safety team",
    "takedown.to.x": "X, safety team",
    "takedown.to.instagram": "Instagram, safety team",
    "takedown.to.generic": "the operator of the service named in the links below",
    "takedown.to.support_centre": (
        "D4U, support centre for digital sex crimes (telephone 02-735-8994)"
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
    "takedown.ask.hashes": "to keep it from being uploaded again, by the hashes below;",
    "takedown.ask.act": (
        "to act against the accounts, rooms or channels that spread it, under your own rules "
        "against sexual content without consent;"
    ),
    "takedown.ask.tell": "to tell me in writing what you did, and when.",
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
    "takedown.read_me.what": (
        "TAKE-DOWN PACK\n"
        "\n"
        "These are letters for you to send. Nothing was sent by the program. For each item that\n"
        "you confirmed there is one letter for each platform on which it was seen\n"
        "(item-0001-telegram.txt and so on), and one letter about all of them for the support\n"
        "centre and one for the authority. They hold links, hashes and the name that you chose.\n"
        "Read each before you send it."
    ),
    "takedown.read_me.young": (
        "IF YOU ARE UNDER 19\n"
        "Please do not send these letters yourself. Call D4U (02-735-8994) or 117 first: they do\n"
        "it for you, also without your parents. For pictures from before you were 18 there is\n"
        "also Take It Down. StopNCII.org is for people of 18 and over."
    ),
    "takedown.read_me.where": (
        "WHERE TO SEND THEM\n"
        "1. The support centre first: D4U, telephone 02-735-8994, or 1366 day and night. They\n"
        "   ask for the removal for you and know whom to ask today. Hand them\n"
        "   support_centre.txt and regulator.txt.\n"
        "2. The platform: use the report form inside the app or on the site itself, which you\n"
        "   reach through its own help menu, and paste the letter. The one that ends in\n"
        "   -generic.txt is for any other service.\n"
        "3. The commission that reviews content on the internet has sites abroad blocked, too:\n"
        "   regulator.txt. It is called 방송미디어통신심의위원회 since October 2025; its\n"
        "   telephone was 1377 (then 3) when this was written. If that has changed, D4U passes\n"
        "   the letter on.\n"
        "4. The police, before or at the same time: 112 or ECRM. Content that is removed can no\n"
        "   longer be secured there, so ask them first when you want it prosecuted."
    ),
    "takedown.read_me.hashes": (
        "HASHES FOR OTHER SERVICES\n"
        "hashes-pdq.txt (PDQ and its quality, for pictures) and hashes-md5.txt (MD5, for files as\n"
        "they are) are for services that compare hashes. StopNCII.org and Take It Down make the\n"
        "hashes themselves, on your own device, from the picture; they take no lists."
    ),
    "takedown.read_me.safe": (
        "Do not open the links and do not enter rooms to check whether something was removed: let\n"
        "D4U look. Do not attach the files themselves to any letter. Do not write your address or\n"
        "telephone number to a platform; an e-mail address made for this is enough."
    ),
}
