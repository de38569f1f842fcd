using System.Text;

namespace Neuvieme.Fonctions.Rentree;

/// <summary>Un dossier d'exemple entièrement fictif, prêt à lancer.</summary>
static class Exemple
{
    const string NomSts = "sts_emp_0990002P_2026.xml";

    public static int Ecrire(string dossier)
    {
        if (File.Exists(dossier) || (Directory.Exists(dossier) && Directory.EnumerateFileSystemEntries(dossier).Any()))
        {
            Console.Error.WriteLine($"{dossier} existe déjà et n'est pas vide : donner un autre nom après --exemple.");
            return 2;
        }

        try
        {
            Directory.CreateDirectory(dossier);
            // STSWeb exporte en ISO-8859-15.
            File.WriteAllBytes(Path.Combine(dossier, NomSts), CodePagesEncodingProvider.Instance.GetEncoding("ISO-8859-15")!.GetBytes(ExempleSts.Xml()));
            File.WriteAllText(Path.Combine(dossier, "repartition.csv"), Repartition.ReplaceLineEndings("\r\n"), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            File.WriteAllText(Path.Combine(dossier, "LISEZMOI.txt"), LisezMoi);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{dossier} : {e.Message}");
            return 2;
        }

        Console.WriteLine($"Exemple écrit dans {dossier}. Lancer :\n  cd {dossier}\n  {Commande}");
        return 0;
    }

    const string Commande = $"neuvieme rentree --sts {NomSts} --repartition repartition.csv --enveloppe-imp 8 --sortie dossier";

    const string LisezMoi = $"""
        Exemple de rentrée : le collège du Grand Chêne n'existe pas, ses personnels non plus.

        Lancer, depuis ce dossier :
          {Commande}

        Le dossier « dossier » contient alors une lettre par attribution accordée, l'échéancier des neuf mois,
        le bordereau de saisie STSWeb et le contrôle complet (controle.json). Le code de sortie est 0.

        Essayer ensuite --enveloppe-imp 4 --forcer : les lignes qui dépassent l'enveloppe sont refusées, avec leur texte,
        les autres sont produites, et le code de sortie est 3.

        Les colonnes de repartition.csv sont décrites dans docs/rentree.md. Ce fichier s'ouvre dans un tableur.

        """;

    const string Repartition = """
        type;id;nom;prenom;mission;intitule;taux;montant;fraction;duree;justification;accord;accord_le;avis_cp;avis_ca;heures;contenu;service_fait_le;appreciation_numerique;ampleur_decrochage;lien_projet
        epp;41001;ABGRALL;Maëlle;IMP-APSA;;003;;;annee;;oui;12/06/2026;04/06/2026;25/06/2026;40;;;;;
        epp;41004;DUVAL;Théo;IMP-DISC;Mathématiques;003;;;annee;;oui;15/06/2026;04/06/2026;25/06/2026;36;;;;;
        ;;FOURNIER;Inès;IMP-CULT;;;625;;annee;;oui;15/06/2026;04/06/2026;25/06/2026;25;;;;;
        epp;41006;;;IMP-NUM;;;;2;annee;;oui;16/06/2026;04/06/2026;25/06/2026;60;;;oui;;
        epp;41007;;;IMP-DECR;;003;;;annee;Onze sorties sans solution l'an dernier;oui;16/06/2026;04/06/2026;25/06/2026;30;;;;oui;
        epp;41008;;;Référent harcèlement scolaire;;003;;;annee;;oui;17/06/2026;04/06/2026;25/06/2026;30;Animer l'équipe ressource|Former les délégués|Tenir le registre des situations;;;;
        epp;41004;DUVAL;Théo;IMP-PONCT;Semaine des mathématiques;001;;;ponctuelle;;oui;15/06/2026;04/06/2026;25/06/2026;12;Préparer la semaine|Tenir le stand|Rendre compte;19/03/2027;;;oui

        """;
}
