import { scriptParts } from './script-parts';

/** Filters the rows of tables by the controls above them; stands in a function after the parts that every page has. */
export const filterScript = `
var forms=Array.prototype.slice.call(document.querySelectorAll('.filters'));
function chosen(form,row){return Array.prototype.every.call(form.querySelectorAll('select'),function(select){return select.value===''||(row.dataset[select.name]||'').split(' ').indexOf(select.value)>=0;});}
function apply(form){
var text=plain(form.querySelector('input').value.trim()),shown=0,part='[data-filter="'+form.dataset.for+'"]';
each(part+' tbody tr',function(row){var fits=chosen(form,row)&&(text===''||plain(row.textContent).indexOf(text)>=0);row.hidden=!fits;if(fits)shown+=1;});
form.dataset.shown=String(shown);
each(part+' section',function(one){one.hidden=!one.querySelector('tbody tr:not([hidden])');});
recount();
}
function recount(){forms.forEach(function(form){var shown=form.dataset.shown;if(shown!==undefined)form.querySelector('output b').textContent=number(Number(shown));});}
forms.forEach(function(form){form.hidden=false;form.addEventListener('input',function(){apply(form);});form.addEventListener('submit',function(event){event.preventDefault();});apply(form);});
`;

/** The page's only script: switches the language and filters tables; the page reads whole without it. */
export const script = `
(function(){${scriptParts}onSwitch(recount);${filterScript}})();
`;
