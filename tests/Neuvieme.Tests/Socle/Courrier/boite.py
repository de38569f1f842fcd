"""Un vrai serveur SMTP pour les tests : écrit chaque message reçu dans un dossier, tel que le lit un client de courriel.

usage : boite.py PORT DOSSIER        s'arrête quand son entrée standard se ferme
Selon le début de l'adresse : inconnu (550), occupe (451), coupe (la connexion tombe, une fois, avant que le message soit gardé).
"""
import email
import email.policy
import json
import os
import sys

from aiosmtpd.controller import Controller


class Boite:
    def __init__(self, dossier):
        self.dossier = dossier

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address.startswith("inconnu"):
            return "550 5.1.1 Adresse inconnue"
        if address.startswith("occupe"):
            return "451 4.3.0 Revenez plus tard"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        temoin = os.path.join(self.dossier, "deja-coupe")
        if envelope.rcpt_tos[0].startswith("coupe") and not os.path.exists(temoin):
            open(temoin, "w").close()
            server.transport.abort()
            return "421 4.4.2 Coupure"
        lu = email.message_from_bytes(envelope.content, policy=email.policy.default)
        texte = lu.get_body(("plain",)).get_content()
        recu = {
            "de": envelope.mail_from, "a": envelope.rcpt_tos, "entetes": [[n, str(v)] for n, v in lu.items()],
            "texte": texte, "brut": envelope.content.decode("ascii", "backslashreplace"),
        }
        numero = len([f for f in os.listdir(self.dossier) if f.endswith(".json")])
        provisoire = os.path.join(self.dossier, f"{numero:04}.ecrit")
        with open(provisoire, "w", encoding="utf-8") as f:
            json.dump(recu, f)
        os.rename(provisoire, os.path.join(self.dossier, f"{numero:04}.json"))
        return "250 2.0.0 Garde"


serveur = Controller(Boite(sys.argv[2]), hostname="127.0.0.1", port=int(sys.argv[1]))
serveur.start()
print("pret", flush=True)
sys.stdin.read()
serveur.stop()
