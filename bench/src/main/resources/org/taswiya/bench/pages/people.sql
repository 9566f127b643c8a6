-- People have names of Casablanca in both scripts, the common ones common, and live in streets of two hundred houses,
-- each of one of forty quarters. Any likeness to a customer is chance.
drop index if exists customer_searched;
drop index if exists premise_searched;

-- An evenly spread number from 0 to below 1, the same each time.
create or replace function pg_temp.chance(number bigint, what bigint) returns double precision
    language sql immutable as $$ select (hashint8extended(number, what) & 1048575) / 1048576.0::double precision $$;

create temporary table given on commit drop as
select place - 1 as number, split_part(both_names, ' ', 1) as arabic, split_part(both_names, ' ', 2) as latin
from unnest(string_to_array('محمد Mohammed,فاطمة Fatima,أحمد Ahmed,خديجة Khadija,يوسف Youssef,عائشة Aïcha,عمر Omar'
    || ',مريم Meryem,علي Ali,زينب Zineb,حسن Hassan,نادية Nadia,رشيد Rachid,سميرة Samira,كريم Karim,حنان Hanane'
    || ',سعيد Saïd,سعاد Souad,إدريس Driss,كريمة Karima,خالد Khalid,لطيفة Latifa,مصطفى Mustapha,نعيمة Naïma'
    || ',نبيل Nabil,رشيدة Rachida,جمال Jamal,هند Hind,طارق Tarik,سلمى Salma,أنس Anas,إيمان Imane,ياسين Yassine'
    || ',أسماء Asmae,أيوب Ayoub,ليلى Leïla,مهدي Mehdi,غيثة Ghita,حمزة Hamza,وفاء Wafae,عزيز Aziz,بشرى Bouchra'
    || ',فؤاد Fouad,أمينة Amina,سمير Samir,مليكة Malika,بلال Bilal,حياة Hayat,هشام Hicham,سناء Sanae', ','))
    with ordinality as name (both_names, place);

create temporary table family on commit drop as
select row_number() over (order by family.place, prefix.place) - 1 as number,
       trim(split_part(prefix.both_names, ' ', 1) || ' ' || split_part(family.both_names, ' ', 1)) as arabic,
       trim(split_part(prefix.both_names, ' ', 2) || ' ' || split_part(family.both_names, ' ', 2)) as latin
from unnest(string_to_array('العلوي Alaoui,بناني Bennani,الإدريسي Idrissi,التازي Tazi,الفاسي Fassi,برادة Berrada'
    || ',بنجلون Benjelloun,لحلو Lahlou,الشرايبي Chraïbi,السقاط Sekkat,العمراني Amrani,الحسني Hassani,الناصري Naciri'
    || ',الصقلي Skalli,المرابط Mrabet,الزياني Ziani,بوزيد Bouzid,الخطيب Khatib,الهلالي Hilali,القادري Kadiri'
    || ',السباعي Sebaï,الرحماني Rahmani,الدكالي Doukkali,الشاوي Chaoui,العبدي Abdi,السوسي Soussi,الريفي Rifi'
    || ',التطواني Tetouani,المراكشي Marrakchi,الوزاني Ouazzani,أمزيان Amezian,بوعزة Bouazza,حداد Haddad,النجار Najjar'
    || ',الصباغ Sebbagh,الخياط Khayat,الفلاح Fellah,بركاش Bargach,غنام Ghannam,جسوس Jessous,كنون Guennoun'
    || ',الزهراوي Zahraoui,الودغيري Oudghiri,المنصوري Mansouri,الكتاني Kettani,السرغيني Serghini,بوشامة Bouchama'
    || ',الغزالي Ghazali,مكوار Mekouar,الراشدي Rachidi,الحمداوي Hamdaoui', ',')) with ordinality
    as family (both_names, place)
cross join unnest(array[' ', 'بن Ben', 'آيت Aït', 'أولاد Oulad', 'بو Bou', 'سيدي Sidi', 'مولاي Moulay', 'بلحاج Belhaj'])
    with ordinality as prefix (both_names, place);

update customer c set arabic_name = g.arabic || ' ' || f.arabic, latin_name = g.latin || ' ' || f.latin
from given g, family f
where g.number = floor((select count(*) from given) * power(pg_temp.chance(substr(c.reference, 2)::bigint, 1), 1.5))
    and f.number = floor((select count(*) from family) * power(pg_temp.chance(substr(c.reference, 2)::bigint, 2), 2));

create temporary table street on commit drop as
select s.number,
       (array['rue', 'rue', 'rue', 'avenue', 'boulevard'])[s.number % 5 + 1] || ' ' || g.latin || ' ' || f.latin as name,
       'quartier ' || s.number % 40 + 1 as quarter
from generate_series(0, (select (max(reference)::bigint - 1) / 200 from customer_account)) s (number)
join given g on g.number = s.number % (select count(*) from given)
join family f on f.number = s.number / 7 % (select count(*) from family);

update premise p set address = (substr(p.reference, 2)::bigint - 1) % 200 + 1 || ', ' || s.name, area = s.quarter
from street s where s.number = (substr(p.reference, 2)::bigint - 1) / 200;
