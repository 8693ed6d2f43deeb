// Les durées mesurées pendant la construction de ce cours, sur la machine qui l’a construit.
// Tout le reste est identique d’une construction à l’autre.
window.mesures = {
  "3-1": "12,5 s",
  "3-2": "3,75 s",
  "3-3": "C'est lent : 7,5 s."
};
