// L'aperçu suit la saisie. Sans ce script, le bouton « Rafraîchir » fait la même chose en rechargeant la page.
const formulaire = document.querySelector('form[data-apercu]');
const cible = document.querySelector('[data-apercu-ici]');
const etat = document.querySelector('[data-apercu-etat]');
let attente;
let enCours;
let premier = true;

async function rafraichir() {
  enCours?.abort();
  const celui = enCours = new AbortController();
  etat.textContent = 'Aperçu en cours…';
  try {
    const reponse = await fetch(formulaire.dataset.apercu, { method: 'POST', body: new FormData(formulaire), headers: { 'X-Apercu': '1' }, signal: celui.signal });
    if (!reponse.ok || reponse.redirected) throw new Error(String(reponse.status));
    const neuf = document.createElement('div');
    neuf.innerHTML = await reponse.text();
    // L'ancien reste en vue jusqu'à ce que le nouveau soit dessiné.
    await neuf.querySelector('img')?.decode().catch(() => {});
    if (celui !== enCours) return;
    cible.replaceChildren(...neuf.childNodes);
    etat.textContent = premier ? 'Personnes et sommes d’exemple.' : 'Aperçu à jour. Rien n’est enregistré.';
    premier = false;
  } catch (e) {
    if (e.name !== 'AbortError') etat.textContent = 'L’aperçu n’a pas pu être rafraîchi : rechargez la page si cela dure. Votre saisie est intacte.';
  }
}

formulaire?.addEventListener('input', () => { clearTimeout(attente); attente = setTimeout(rafraichir, 600); });
if (cible?.querySelector('[data-apercu-a-faire]')) rafraichir();
