import { scriptParts } from '../../html/script-parts';

/** Rows of a section that stand in the page itself, and that each press of its button adds. */
export const STEP = 50;

/** The script of the page of a review: switches the language, searches and filters every section, and shows rows some at a time. */
export const reviewScript = `
(function(){${scriptParts}
if(!document.querySelector('.filters')){onSwitch(function(){});return;}
var STEP=${STEP},data=JSON.parse(document.getElementById('review-data').textContent),form=document.querySelector('.filters'),plainTexts;
function element(name,parent,text){var one=parent.appendChild(document.createElement(name));if(text!==undefined)one.textContent=text;return one;}
function fill(parent,line){
if(typeof line==='number'){parent.textContent=data.texts[line];return;}
[['vi',line[0]],['en',line[1]]].forEach(function(pair){element('span',parent,data.texts[pair[1]]).lang=pair[0];});
}
function cell(row,lines,form){
var td=element('td',row);
if(form==='number'){td.className='number';lines.forEach(function(line){['vi','en'].forEach(function(language){element('span',td,Number(data.texts[line]).toLocaleString(language==='vi'?'vi-VN':'en-US')).lang=language;});});return;}
lines.forEach(function(line){if(lines.length>1)td.className='lines';var div=element('div',td);fill(form==='code'?element('code',div):div,line);});
}
function line(section,written){
var row=document.createElement('tr'),kind=data.facets[written[0]].kind,mark=element('th',row);
mark.scope='row';mark.className='state k-'+kind;mark.appendChild(document.getElementById('k-'+kind).content.cloneNode(true));
for(var index=1;index<written.length;index++)cell(row,written[index],section.forms[index-1]);
return row;
}
data.sections.forEach(function(section){
var place=document.getElementById(section.key);
section.place=place;section.body=place.querySelector('tbody');section.more=place.querySelector('.more');section.told=place.querySelector('.told');
section.found=section.rows.map(function(_,index){return index;});section.shown=section.body.children.length;
section.more.addEventListener('click',function(){var first=section.shown;show(section);var row=section.body.children[first];if(row){row.tabIndex=-1;row.focus();}});
tell(section);
});
function tell(section){
section.more.hidden=section.shown===section.found.length;
section.told.parentNode.hidden=section.shown===section.rows.length;
section.told.textContent=number(section.shown)+' / '+number(section.found.length);
}
function show(section){
var part=document.createDocumentFragment(),end=Math.min(section.found.length,section.shown+STEP);
for(;section.shown<end;section.shown++)part.appendChild(line(section,section.rows[section.found[section.shown]]));
section.body.appendChild(part);tell(section);
}
function has(value,wanted){return Array.isArray(value)?value.indexOf(wanted)>=0:value===wanted;}
function search(){
plainTexts=plainTexts||data.texts.map(plain);
var words=plain(form.querySelector('input').value).split(/\\s+/).filter(Boolean);
var selects=Array.prototype.filter.call(form.querySelectorAll('select'),function(one){return one.value!=='';});
var facets=data.facets.map(function(one){return selects.every(function(select){return has(one[select.name],select.value);});});
var fits=words.map(function(word){return plainTexts.map(function(text){return text.indexOf(word)>=0;});});
function holds(fit,lines){return lines.some(function(line){return typeof line==='number'?fit[line]:fit[line[0]]||fit[line[1]];});}
function matches(row){return facets[row[0]]&&fits.every(function(fit){for(var index=1;index<row.length;index++)if(holds(fit,row[index]))return true;return false;});}
var isAsked=words.length+selects.length>0;
data.sections.forEach(function(section){
section.found=[];section.shown=0;section.body.textContent='';
section.rows.forEach(function(row,index){if(matches(row))section.found.push(index);});
if(isAsked&&section.found.length>0)section.place.querySelector('details').open=true;
show(section);
});
recount();
}
function recount(){
form.querySelector('output b').textContent=number(data.sections.reduce(function(sum,section){return sum+section.found.length;},0));
data.sections.forEach(tell);
}
function unfold(isOpen){each('main details',function(one){one.open=isOpen;});}
onSwitch(recount);form.hidden=false;recount();
form.addEventListener('input',search);form.addEventListener('submit',function(event){event.preventDefault();});
[['unfold',true],['fold',false]].forEach(function(pair){var button=document.getElementById(pair[0]);button.hidden=false;button.addEventListener('click',function(){unfold(pair[1]);});});
var folded=[];
addEventListener('beforeprint',function(){folded=Array.prototype.filter.call(document.querySelectorAll('main details'),function(one){return !one.open;});unfold(true);});
addEventListener('afterprint',function(){folded.forEach(function(one){one.open=false;});});
})();
`;
