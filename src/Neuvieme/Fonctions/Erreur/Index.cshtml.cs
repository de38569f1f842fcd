using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Erreur;

[AccesPublic]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel : PageModel
{
    public string Titre { get; private set; } = "";
    public string Explication { get; private set; } = "";

    public void OnGet(int code) => Dire(code);

    // Lu dans l'adresse : après un envoi refusé pour sa taille, la liaison des paramètres bute sur le corps et rendrait 0.
    public void OnPost() => Dire(int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture));

    void Dire(int code) => (Titre, Explication) = code switch
    {
        400 => ("Demande refusée", "Le formulaire a expiré ou a été modifié. Revenez à la page précédente, rechargez-la et recommencez : rien n’a été enregistré."),
        403 => ("Accès refusé", "Votre qualité ne donne pas accès à cette page. Si vous en avez plusieurs, changez-en par « Mon compte », en haut de la page."),
        404 => ("Page introuvable", "Cette adresse ne mène à rien, ou ce dossier ne relève pas de vous."),
        405 => ("Rien à envoyer ici", "Cette page ne reçoit pas de formulaire. Rien n’a été enregistré ; revenez à la page précédente."),
        409 => ("Vous avez changé d’établissement ou d’année", "Ce formulaire était affiché pour un autre établissement ou une autre année scolaire, changé depuis dans un autre onglet. Rien n’a été enregistré. Vérifiez ce que dit le haut de la page, puis recommencez."),
        413 => ("Fichier trop gros", "Un fichier déposé ne dépasse pas 20 Mo. Un export STSWeb en fait rarement plus d’un."),
        _ => ("Une erreur est survenue", "Rien n’a été enregistré. Réessayez ; si cela recommence, signalez l’heure à votre administrateur."),
    };
}
