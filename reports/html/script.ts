/** The page's only script: switches the language and filters tables; the page reads whole without it. */
export const script = `
(function(){
var root=document.documentElement,button=document.getElementById('language');
function each(selector,act){Array.prototype.forEach.call(document.querySelectorAll(selector),act);}
function speak(language){root.dataset.lang=language;root.lang=language;each('[data-vi]',function(one){var text=one.dataset[language];if(one.dataset.as)one.setAttribute(one.dataset.as,text);else one.textContent=text;});recount();}
button.hidden=false;
button.addEventListener('click',function(){speak(root.dataset.lang==='vi'?'en':'vi');});
var forms=Array.prototype.slice.call(document.querySelectorAll('.filters'));
function plain(text){return text.normalize('NFD').replace(/[\\u0300-\\u036f]/g,'').replace(/[đĐ]/g,'d').toLowerCase();}
function chosen(form,row){return Array.prototype.every.call(form.querySelectorAll('select'),function(select){return select.value===''||(row.dataset[select.name]||'').split(' ').indexOf(select.value)>=0;});}
function apply(form){
var text=plain(form.querySelector('input').value.trim()),shown=0,part='[data-filter="'+form.dataset.for+'"]';
each(part+' tbody tr',function(row){var fits=chosen(form,row)&&(text===''||plain(row.textContent).indexOf(text)>=0);row.hidden=!fits;if(fits)shown+=1;});
form.dataset.shown=String(shown);
each(part+' section',function(one){one.hidden=!one.querySelector('tbody tr:not([hidden])');});
recount();
}
function recount(){forms.forEach(function(form){var number=form.dataset.shown;if(number!==undefined)form.querySelector('output b').textContent=Number(number).toLocaleString(root.dataset.lang==='vi'?'vi-VN':'en-US');});}
forms.forEach(function(form){form.hidden=false;form.addEventListener('input',function(){apply(form);});form.addEventListener('submit',function(event){event.preventDefault();});apply(form);});
})();
`;
