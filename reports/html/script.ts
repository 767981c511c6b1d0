/** The page's only script: switches the language and filters tables; the page reads whole without it. */
export const script = `
(function(){
var root=document.documentElement,button=document.getElementById('language');
button.hidden=false;
button.addEventListener('click',function(){var next=root.dataset.lang==='vi'?'en':'vi';root.dataset.lang=next;root.lang=next;recount();});
var forms=Array.prototype.slice.call(document.querySelectorAll('.filters'));
function plain(text){return text.normalize('NFD').replace(/[\\u0300-\\u036f]/g,'').replace(/[đĐ]/g,'d').toLowerCase();}
function apply(form){
var text=plain(form.querySelector('input').value),select=form.querySelector('select'),state=select?select.value:'',shown=0;
var rows=document.querySelectorAll('[data-filter="'+form.dataset.for+'"] tbody tr');
rows.forEach(function(row){var fits=(state===''||row.dataset.state===state)&&(text===''||plain(row.textContent).indexOf(text)>=0);row.hidden=!fits;if(fits)shown+=1;});
form.dataset.shown=String(shown);
document.querySelectorAll('[data-filter="'+form.dataset.for+'"] section').forEach(function(part){part.hidden=!part.querySelector('tbody tr:not([hidden])');});
recount();
}
function recount(){forms.forEach(function(form){var number=form.dataset.shown;if(number!==undefined)form.querySelector('output b').textContent=Number(number).toLocaleString(root.dataset.lang==='vi'?'vi-VN':'en-US');});}
forms.forEach(function(form){form.hidden=false;form.addEventListener('input',function(){apply(form);});form.addEventListener('submit',function(event){event.preventDefault();});apply(form);});
})();
`;
