import { scriptParts } from '../html/script-parts';

/** The script of the page of flows: switches the language, and shows the flows that fit what is asked, some at a time. */
export const flowScript = `
(function(){${scriptParts}
var STEP=200,more=document.getElementById('more');
var data=JSON.parse(document.getElementById('flow-data').textContent),rows=data.rows,count=rows.length/5;
var form=document.querySelector('.filters'),body=document.querySelector('#flows tbody'),verdicts=['allowed','depends'];
var plainEnds=data.ends.map(plain),plainTraffic=data.traffic.map(plain),plainReasons=data.reasons.map(plain);
var found=[],shown=0;
function cell(text,isCode){var one=document.createElement('td');var inside=isCode?one.appendChild(document.createElement('code')):one;inside.textContent=text;return one;}
function row(index){
var at=index*5,line=document.createElement('tr'),verdict=document.createElement('td'),why=document.createElement('td');
line.appendChild(cell(data.ends[rows[at]],true));line.appendChild(cell(data.ends[rows[at+1]],true));line.appendChild(cell(data.traffic[rows[at+2]],false));
verdict.className='state';verdict.appendChild(document.getElementById('v-'+verdicts[rows[at+3]]).content.cloneNode(true));line.appendChild(verdict);
data.reasons[rows[at+4]].split('\\n').forEach(function(one){why.appendChild(document.createElement('div')).textContent=one;});
why.className='wide';line.appendChild(why);return line;
}
function tell(){form.querySelector('output b').textContent=number(shown)+' / '+number(found.length);}
function show(){
var part=document.createDocumentFragment(),end=Math.min(found.length,shown+STEP);
for(;shown<end;shown++)part.appendChild(row(found[shown]));
body.appendChild(part);more.hidden=shown===found.length;tell();
}
function fitting(texts,word){return texts.map(function(text){return text.indexOf(word)>=0;});}
function search(){
var words=plain(form.querySelector('input').value).split(/\\s+/).filter(Boolean),verdict=form.querySelector('select').value;
var fits=words.map(function(word){return{ends:fitting(plainEnds,word),traffic:fitting(plainTraffic,word),reasons:fitting(plainReasons,word)};});
found=[];shown=0;body.textContent='';
for(var index=0;index<count;index++){var at=index*5;
if(verdict!==''&&verdicts[rows[at+3]]!==verdict)continue;
if(fits.every(function(fit){return fit.ends[rows[at]]||fit.ends[rows[at+1]]||fit.traffic[rows[at+2]]||fit.reasons[rows[at+4]];}))found.push(index);}
show();
}
form.hidden=false;
onSwitch(tell);
form.addEventListener('input',search);form.addEventListener('submit',function(event){event.preventDefault();});
more.addEventListener('click',function(){var first=shown;show();var line=body.children[first];if(line){line.tabIndex=-1;line.focus();}});
search();
})();
`;
