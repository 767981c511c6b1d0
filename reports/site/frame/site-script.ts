import { filterScript } from '../../html/script';
import { scriptParts } from '../../html/script-parts';

/**
 * The site's script: keeps the language through links and, where the browser allows it, between visits; filters tables;
 * searches the index files, which scripts bring because a page from a file may fetch nothing.
 */
export const siteScript = `(function(){${scriptParts}
var KEY='ndc-language',asked=new URLSearchParams(location.search).get('lang');
// A browser may forbid storage to files; the language then lives in the links alone.
function remembered(){try{return localStorage.getItem(KEY);}catch(forbidden){return null;}}
function remember(language){try{localStorage.setItem(KEY,language);}catch(forbidden){return;}}
var language=asked||remembered();
function carry(){
each('a[href]',function(link){var href=link.getAttribute('href');if(href.charAt(0)==='#')return;var parts=href.split('#');link.setAttribute('href',parts[0].split('?')[0]+'?lang='+root.dataset.lang+(parts.length>1?'#'+parts[1]:''));});
each('input[name=lang]',function(one){one.value=root.dataset.lang;});
}
function visible(text){return text.replace(/[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\u27e6]/gu,function(one){return '\\u27e6U+'+one.codePointAt(0).toString(16).toUpperCase().padStart(4,'0')+'\\u27e7';});}
if(language==='en'){speak('en');}
if(language!==null)carry();
onSwitch(function(){remember(root.dataset.lang);carry();recount();if(find)find();});
${filterScript}
var find,hits=document.getElementById('hits');
if(hits){
var box=document.getElementById('query'),told=document.getElementById('told'),kinds=window.ndcKinds||[];
var pages=(window.ndcPages||[]).map(function(one){return {kind:one[0],vi:one[1],en:one[2]||one[1],id:one[3],to:one[4],text:plain(one[1]+' '+(one[2]||'')+' '+one[3])};});
var objects=[],last='';
(window.ndcObjects||[]).forEach(function(one){last=last.slice(0,one[0])+one[1];objects.push(last);});
var homes=window.ndcHomes||[],places=window.ndcPlaces||[];
function fits(text,parts){return parts.every(function(part){return text.indexOf(part)>=0;});}
function score(one,query){return one.text===query||plain(one.id)===query?0:one.text.indexOf(query)===0?1:one.text.indexOf(query)>0?2:3;}
function item(to,text,note){var li=document.createElement('li'),link=document.createElement('a'),small=document.createElement('small');link.href=to;link.textContent=visible(text);small.textContent=visible(note);li.append(link,' ',small);hits.append(li);}
find=function(){
var query=plain(box.value.trim()),parts=query.split(/\\s+/),many=0,cut=false,lang=root.dataset.lang;hits.textContent='';
if(query!==''){
var good=pages.filter(function(one){return fits(one.text,parts);}).sort(function(a,b){return score(a,query)-score(b,query);});
good.slice(0,${100}).forEach(function(one){item(one.to,one[lang],kinds[one.kind][lang]+' \\u00b7 '+one.id);});
many=good.length;cut=many>${100};
var shown=0;
objects.forEach(function(id,index){if(!fits(plain(id),parts))return;many+=1;if(shown<${100}){shown+=1;item(homes[places[index]]+'#o'+index,id,kinds[kinds.length-1][lang]);}else cut=true;});
carry();
}
told.querySelector('b').textContent=number(many);told.querySelector('.cut').hidden=!cut;
};
box.form.addEventListener('submit',function(event){event.preventDefault();find();});
box.addEventListener('input',find);
box.value=new URLSearchParams(location.search).get('q')||'';
document.getElementById('finder').hidden=false;find();
}
})();
`;
