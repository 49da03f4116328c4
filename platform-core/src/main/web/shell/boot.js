(() => {
  const root = document.documentElement;
  root.style.colorScheme = localStorage.getItem('pw.appearance') ?? 'light dark';
  root.dataset.density = localStorage.getItem('pw.density') ?? 'comfortable';
  root.lang = localStorage.getItem('pw.language') ?? navigator.language.slice(0, 2);
})();
