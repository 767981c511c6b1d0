/** What the script of every page begins with: its root, acting on each element, words without diacritics, numbers and the language. */
export const scriptParts = `
var root=document.documentElement;
function each(selector,act){Array.prototype.forEach.call(document.querySelectorAll(selector),act);}
function plain(text){return text.normalize('NFD').replace(/[\\u0300-\\u036f]/g,'').replace(/[đĐ]/g,'d').toLowerCase();}
function number(value){return value.toLocaleString(root.dataset.lang==='vi'?'vi-VN':'en-US');}
function speak(language){root.dataset.lang=language;root.lang=language;each('[data-vi]',function(one){var text=one.dataset[language];if(one.dataset.as)one.setAttribute(one.dataset.as,text);else one.textContent=text;});}
function onSwitch(act){var button=document.getElementById('language');button.hidden=false;button.addEventListener('click',function(){speak(root.dataset.lang==='vi'?'en':'vi');act();});}
`;
