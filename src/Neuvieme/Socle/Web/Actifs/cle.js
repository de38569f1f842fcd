// Clés d'accès. Sans elles, ou sans script, le mot de passe fait la même chose.
const possible = window.PublicKeyCredential?.parseRequestOptionsFromJSON && window.PublicKeyCredential?.parseCreationOptionsFromJSON;

async function defi(adresse, formulaire, tout) {
  const corps = tout ? new FormData(formulaire) : new FormData();
  corps.set('__RequestVerificationToken', formulaire.querySelector('[name=__RequestVerificationToken]').value);
  const reponse = await fetch(adresse, { method: 'POST', body: corps, redirect: 'error' });
  if (!reponse.ok) throw new Error('Le site ne répond pas comme prévu : rechargez la page.');
  const dit = await reponse.json();
  if (dit.erreur) throw new Error(dit.erreur);
  return dit;
}

function direLErreur(formulaire, erreur) {
  const zone = formulaire.querySelector('[data-cle-erreur]');
  zone.textContent = erreur.name === 'NotAllowedError' ? 'L’appareil n’a pas donné la clé : geste annulé, ou délai passé. Rien n’est fait.' 
    : erreur.name === 'SecurityError' ? 'Une clé d’accès tient à un nom de domaine : ouvrez le site par son nom, pas par une adresse IP.' : erreur.message;
  zone.hidden = false;
}

if (possible) {
  document.querySelectorAll('[data-cle-absente]').forEach((e) => { e.hidden = true; });
  document.querySelectorAll('[data-cle]').forEach((e) => { e.hidden = false; });

  document.querySelector('form[data-cle-creer]')?.addEventListener('submit', async (evenement) => {
    const formulaire = evenement.target;
    if (formulaire.elements.Reponse.value) return;
    evenement.preventDefault();
    try {
      const options = PublicKeyCredential.parseCreationOptionsFromJSON(await defi(formulaire.dataset.cleCreer, formulaire, true));
      formulaire.elements.Reponse.value = JSON.stringify(await navigator.credentials.create({ publicKey: options }));
      formulaire.elements.MotDePasse.value = '';
      formulaire.requestSubmit();
    } catch (erreur) {
      direLErreur(formulaire, erreur);
    }
  });

  document.querySelectorAll('button[data-cle-prouver]').forEach((bouton) => bouton.addEventListener('click', async () => {
    const formulaire = bouton.form;
    try {
      const options = PublicKeyCredential.parseRequestOptionsFromJSON(await defi(bouton.dataset.cleProuver, formulaire, false));
      formulaire.elements.Cle.value = JSON.stringify(await navigator.credentials.get({ publicKey: options }));
      // La clé tient lieu des champs que le navigateur exigerait.
      formulaire.noValidate = true;
      if (bouton.dataset.cleAdresse) formulaire.action = bouton.dataset.cleAdresse;
      formulaire.requestSubmit();
    } catch (erreur) {
      direLErreur(formulaire, erreur);
    }
  }));
}
