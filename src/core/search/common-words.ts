/**
 * The two thousand commonest English words that carry content, commonest first, one form a root. A handful of
 * statements can't tell a rare word from a common one by itself; this can. The order is that of the vocabulary of
 * GloVe's vectors of 2014 (news and encyclopedia, in the public domain under the PDDL).
 */
import { rootOf } from './word-forms.ts';

const WORDS = `
said one new year people percent last government time world president state million united since many now city made
like national day country company group china war back south american minister police well including team
international week officials still even high part told end former billion work home school party house old later get
tuesday long called wednesday military way used much next monday thursday friday game take north security season york
public early according several court around foreign set political market however family life general left good top
university going number major known points won month dollars bank iraq members area found sunday place based right
local economic see best report killed held business west came law women power think service children bush show help
chief saturday system john support series play office following meeting expected late washington european league final
added british white history man became want march case few run money began open name trade center israel oil film led
east central air town leader army line never little prime death least put forces past half june federal french peace
earlier capital great union near released small department every health japan head ago night big cup election region
director talks program far today statement july district born development council close record along county spokesman
plan financial april recent campaign troops whether lost music need already russia free hit information away others
control large economy press agency water career deal attack side better less september clinton main due committee
building conference club january decision stock given often announced television industry order young palestinian age
start administration prices round december human india defense asked total october players bill important southern
move fire population rose november nuclear street media different issue received secretary return college community
despite level largest germany august change church station london research black story sales policy visit northern lot
across current board football ministry workers vote book fell role students shares iran process agreement quarter full
match growth yet possible western special interest behind strong england food period real authorities car term rate
race nearly korea enough site opposition keep future island road outside really century democratic almost single
trying album senior minutes together congress index australia results hard hours land action higher field cut coach
san executive february production river face province park commission california father son education village energy
shot short africa key red association average pay exchange something george victory low things pakistan post social
continue ever look chairman job soldiers able parliament front problems private lower list efforts miles radio live
form david increase sent always king tax taiwan title middle global wife position located clear ahead violence goal
project border body soon crisis division served tour hospital kong test hong technology believe organization published
weapons agreed summer republican act texas course senate medical reached star investors care signed art provide
presidential gold obama morning event previous cost instead canada band daily available drug investment michael civil
training appeared involved similar situation los fighting mark trial study mother relations anti song popular ground
newspaper staff hand hope operations pressure eastern legal asia budget considered love wrote stop charges aid
management brought failed network gas turned fact vice mexico especially afghanistan common space justice thousands
james rather fund republic accused scored championship example biggest performance sports let allowed means robert
light arrested either offer battle class evidence society products stage construction various independent kind airport
paul judge internet room original angeles italy data nothing sea annual beijing present remain nato florida computer
contract coast created demand islamic beat analysts interview probably spent cooperation investigation video yen bad
described throughout established mission buy green forward competition poor latest question prison feel attention firm
injured governor movie range cross track difficult wall rebels income chance species finished spain joined language
rest serious paris tournament inside scheduled immediately brown success residents meanwhile net hall olympic deputy
heart champion award version grand institute step rule labor summit sometimes addition raised william longer joint
ball sure stay safety worth arab friends anything atlanta caused sources armed cents claimed heavy noted parents
particularly aircraft whole risk matter science access boston conditions details coalition compared lee break turkey
daughter natural museum strike style rock view usually royal travel smith chicago arrived hundreds response jones
potential value idea thomas professional domestic credit gaza married launched web muslim everything weekend camp
quickly owned finance eventually measures afp blue richard ready plant designed certain voters modern fans commercial
bid constitution dropped brother drive negotiations affairs significant bomb warned religious figures victims
activities experience attorney standard proposed intelligence hotel magazine experts quoted baghdad carried feet
candidate highest lake employees pacific mostly reason flight square overall passed focus bay dlrs date letter wide
effect phone profit zealand estimated traditional size practice double professor concerns refused sector review
disease terrorism online speech peter culture reform founded successful charles conflict limited material trip
property paper threat seeking confirmed plane route completed jewish someone hill comment ireland taliban huge johnson
mayor husband mass premier soviet cover couple non mail crime moscow brazil kilometers stand seems separate amid
stadium singapore leadership emergency declined treatment cabinet straight tokyo ban session progress ship appointed
words terrorist christian sense militants regular required lawyer debt guard wounded assembly expressed character pro
fuel martin supreme everyone actually equipment denied features approved greater port ethnic status primary amount
debate model decades individual festival previously insurance impact urged heard centre illegal indonesia damage
responsible message baseball ties true challenge prevent filed captain entire blood territory valley conservative van
earnings protection read foundation search discuss perhaps journal murder address deep settlement simply nearby
relationship cash alone hamas target lack consumer direct twice self beach zone scene communist afternoon necessary
navy quality sound spring missing criminal speed confidence beyond software democracy francisco section basis suicide
resolution account georgia god commander euro catholic opportunity resources anyone suffered alleged alliance host
declared type environment protest suggested headquarters avoid improve citizens attended currency appeal older vietnam
seats happened thus incident floor approach mike historic era gained bit tough traffic inflation egypt telephone
moment winter suspected debut fast boy worst railway mountain store famous tom patients reserve weather thailand greek
critical hot lebanon channel census female vehicles spread aimed freedom medal saddam bridge representatives saudi
supply cancer revenue fear ability retired customers sun gulf virginia corporate introduced academy particular survey
easy mainly choice mind add reduce replaced native assistant seconds crowd complex quite poland entered dutch crew
fine pounds environmental subject jersey kosovo draw bus yards voice degree watch ice legislation collection presence
shown rejected else rich influence soccer arafat draft sex afghan editor rival strategy girl jordan happy giant save
jackson wing prosecutors identified larger article optional sri doctors gmt rural fellow sanctions smaller contributed
owner secret prince treaty cast highly civilians basketball fair interior henry lawmakers prepared malaysia wrong serb
table bureau spokeswoman committed rally ambassador ensure kids documents bosnia rice super carolina directly initial
relief yuan earth polls louis corruption picture storm refugees defeat spot bond embassy swiss request estate trust
ceremony guy fully occurred kingdom shortly bob accept diplomatic cold facilities discovered contact regime airlines
youth safe penalty transport maybe highway door silver passengers scott rescue apparently exports specific fresh card
understand panel latin refer items benefits partner broadcast caught pretty driver steve capacity fed box davis prize
boost ford episode climate destroyed bosnian roman conducted image accident mary block push agent joseph massive
structure normal worldwide advanced advantage convention southeast respect joe farm pennsylvania bowl ohio prior
houston novel cox assets sister extra crash basic slightly recovery jerusalem studio jim kim actor gun meters intended
linked offensive technical eds numerous loans certainly syria opposed sweden argentina promised entertainment slow
audience captured clearly microsoft mccain queen forest tony pick journalists dozen bar frank overseas volume dispute
personnel combat except combined missile golf package admitted affected extended hurt eye minor background deficit
fort engine artists chris fox waiting increasingly cell fish scale ali solution none approximately unless convicted
philippines strip parliamentary tennis simple digital scientists stone miami steel cricket promote variety opinion
answer task massachusetts liberal guilty determined christmas jack adopted gore physical page allies maintain cuba
trouble mixed xinhua philadelphia defence arizona shanghai innings congressional willing edge windows pope farmers
upper plot sexual relatively mid singer urban library leg baby northwest dark crude neither pulled theater removed
commissioner immigration michigan plus kansas dance suspended marine heavily junior learned permanent thai code unable
surface serbs split jail hollywood chemical dangerous flights poverty agriculture distance kennedy rain prominent
commerce weekly bin nigeria row visitors czech theory hussein shots therefore male coverage squad holiday master
focused existing abu lies expansion fighters rare anniversary medicine stability atlantic hockey blamed blair machine
ancient insisted jose politicians grant piece ranked detroit lord electric mobile younger check boat cable alexander
statistics wild honor walk closer stake bottom classic jean disaster usa transfer argued neighborhood delegation
strategic scotland easily pace treasury golden urgent zimbabwe jury colorado fbi explosion sentence fiscal gay
witnesses blast metal count ukraine animals clean contains seized qaida scientific abuse selected attempts revealed
tech branch miller speaker percentage tourism lanka brief chen sydney columbia surgery dialogue consecutive madrid
analysis tons municipality unemployment provincial taylor wind color alternative knowledge screen edition toll theatre
clients pilot berlin enforcement purchase newly dow electronic howard woods wales avenue abroad teacher balance
seriously opponents detained memorial downtown revolution toronto distribution violent brand reality palace fashion
suit connection broad favor mainland sharon acknowledged restaurant empire advertising campus weight seattle website
remarks ocean negative pop doubt friendly reportedly pair venture myanmar forum truck shiite quick veteran duty
everybody daniel users northeast anonymity sort corner greatest birth overnight temple auto reaction perfect sudan
rome allegedly core elements lewis manufacturing activists andrew bird unlike forecast garden indicated austria snow
elsewhere retail repeatedly invasion struggle nfl tree flu indonesian wilson surprise stephen ben sharp resistance tie
santa photos kenya scandal creation delay holy typically founder whatever wave households dominated weak dallas drama
tourists sir edward filled jews favorite rugby extremely faith remember shut humanitarian hurricane registered
surrounding formal apart factory putin assault fled fraud southwest maker cited virus powell truth indeed proved
otherwise delivered output pentagon wearing saint wine delivery colombia content diego worse strongly milan arabia
acquired controversial notable imposed mount collapse brian lady minnesota exactly compete membership electoral
purpose multiple agenda satellite resort flag nba naval trim academic path norway defensive motor del text religion
primarily opera grade supposed patrick corps comedy yellow kevin settled glass croatia chain shop yesterday dealers
invited recognized frequently horse dismissed bishop display achieve fleet manchester buried partnership illinois
updates actress category crucial concluded dream abbas lay pain bilateral yeltsin fun iron neighboring ultimately
applied netanyahu bell programme coup nationwide bangladesh laden expensive legislature hole dog enemy ring yugoslavia
kerry tower portion pre spirit laid gathered stressed unknown contest infrastructure manhattan phase brain exercise
behavior labour worried antonio maximum principal tehran escape aside monetary belgium alive recession publicly flow
salt flat theme khan concept widespread township stronger sitting employment occupied predicted identity pledged
unique label portugal ray athletes hair dan welfare equal benchmark withdrawal shape concert rocket lawsuit circuit
survived mentioned bronze bear mutual factor venezuela wake solid motion hired milosevic platform iii resume dole
alongside yankees castle median nice vast abc rail rangers coal bbc participate regulations nbc pitch chart carlos
explained aviation jump casualties profile exhibition bigger subsequently peak clashes earthquake crown tensions
morgan thanks wang fit temporary deadly helicopter formerly function vision resigned skills welcome mohammed tim
reputation kuwait recalled fame obtained referendum inches latter fewer nomination impossible teaching merger tight
tobacco carter traders abandoned allen lowest sugar chamber aware hezbollah orange ongoing juan disney roughly envoy
biography adviser ahmed economist palm harry pool unusual elizabeth inspired mining contemporary boeing moderate
deadline tank instance jets column dedicated recovered method dean striker anderson signal application shift
restrictions testimony jeff touch christopher shareholders organisation athens sam alan kashmir device clark
recognition maria jazz trillion threw cbs trend gross dry literature nobody apple tiny assigned colleagues
`;

let places: ReadonlyMap<string, number> | null = null;
const COUNT = WORDS.trim().split(/\s+/).length;

/**
 * How rare a word is in English at large, from 0.2 (a word like "year") to about 2.6 (not among the commonest):
 * on the scale of an inverse document frequency. The list is read on first use.
 * @param root as `rootOf` gives it
 */
export function rarityInEnglish(root: string): number {
  places ??= new Map(
    WORDS.trim()
      .split(/\s+/)
      .map((word, place): [string, number] => [rootOf(word), place]),
  );
  return Math.log(1.33 + (places.get(root) ?? COUNT) / 41) / 1.5;
}
