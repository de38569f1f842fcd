namespace Neuvieme.Socle.Travaux;

/// <summary>La barre d'avancement d'un terminal ; dans un fichier ou un tube, une ligne par dixième.</summary>
sealed class Barre(TextWriter sortie, bool terminal)
{
    const int Largeur = 40;
    int _dixieme = -1;
    bool _ouverte;

    public void Montrer(Travail t)
    {
        if (t.Total == 0)
        {
            return;
        }

        var rempli = (int)((long)Largeur * t.Faits / t.Total);
        if (terminal)
        {
            sortie.Write($"\r[{new string('#', rempli)}{new string('.', Largeur - rempli)}] {t.Faits}/{t.Total} ");
            _ouverte = true;
        }
        else if (10 * (long)t.Faits / t.Total is var dixieme && dixieme != _dixieme)
        {
            _dixieme = (int)dixieme;
            sortie.WriteLine($"{t.Faits}/{t.Total}");
        }
    }

    public void Fermer()
    {
        if (_ouverte)
        {
            sortie.WriteLine();
            _ouverte = false;
        }
    }
}
