package org.taswiya.cli.demo;

import java.util.List;

/// Names of people and places of work as they are met in Casablanca. Any likeness to a customer is chance.
final class Names {
    private static final List<PersonName> MEN =
            pairs("محمد Mohammed, أحمد Ahmed, يوسف Youssef, عمر Omar, علي Ali, حسن Hassan, رشيد Rachid, كريم Karim,"
                    + " سعيد Saïd,"
                    + " إدريس Driss, عبد_الله Abdellah, خالد Khalid, مصطفى Mustapha, نبيل Nabil, جمال Jamal, طارق"
                    + " Tarik,"
                    + " أنس Anas, ياسين Yassine, أيوب Ayoub, مهدي Mehdi, حمزة Hamza, عزيز Aziz, فؤاد Fouad, سمير Samir,"
                    + " إسماعيل Ismaïl, عبد_الرحيم Abderrahim, نور_الدين Noureddine, بلال Bilal, هشام Hicham,"
                    + " زكرياء Zakaria");

    private static final List<PersonName> WOMEN = pairs(
            "فاطمة Fatima, خديجة Khadija, عائشة Aïcha, مريم Meryem, زينب Zineb, نادية Nadia, سميرة Samira, حنان Hanane,"
                    + " سعاد Souad, كريمة Karima, لطيفة Latifa, نعيمة Naïma, رشيدة Rachida, هند Hind, سلمى Salma,"
                    + " إيمان Imane,"
                    + " أسماء Asmae, ليلى Leïla, غيثة Ghita, وفاء Wafae, بشرى Bouchra, أمينة Amina, مليكة Malika,"
                    + " حياة Hayat,"
                    + " سناء Sanae, نجاة Najat, هاجر Hajar, إكرام Ikram, شيماء Chaïmae, صفاء Safae");

    private static final List<PersonName> FAMILIES =
            pairs("العلوي Alaoui, بناني Bennani, الإدريسي Idrissi, التازي Tazi, الفاسي El_Fassi, برادة Berrada, بنجلون"
                    + " Benjelloun, لحلو Lahlou, الشرايبي Chraïbi, السقاط Sekkat, العمراني Amrani, الحسني El_Hassani,"
                    + " الناصري Naciri, الصقلي Skalli, المرابط Mrabet, الزياني Ziani, بوزيد Bouzid, الخطيب El_Khatib,"
                    + " الهلالي Hilali, القادري Kadiri, السباعي Sebaï, الرحماني Rahmani, الدكالي Doukkali, الشاوي"
                    + " Chaoui,"
                    + " العبدي Abdi, السوسي Soussi, الريفي Rifi, التطواني Tetouani, المراكشي Marrakchi, الوزاني"
                    + " Ouazzani,"
                    + " بنعلي Benali, بنموسى Benmoussa, أيت_لحسن Aït_Lahcen, أوبلا Oubella, أمزيان Amezian, بوعزة"
                    + " Bouazza,"
                    + " حداد Haddad, النجار Najjar, الصباغ Sebbagh, الخياط El_Khayat, المعلم El_Maalem, الفلاح Fellah,"
                    + " بركاش Bargach, غنام Ghannam, جسوس Jessous, كنون Guennoun, بلعربي Belarbi, الزهراوي Zahraoui,"
                    + " الودغيري Oudghiri, المنصوري Mansouri, الكتاني Kettani, السرغيني Serghini, بوشامة Bouchama,"
                    + " الغزالي Ghazali, مكوار Mekouar, الوافي El_Ouafi, الراشدي Rachidi, الحمداوي Hamdaoui");

    private static final List<PersonName> OWN_NAMES = pairs(
            "الأطلس Atlas, النخيل Palmiers, الأمل Amal, السلام Salam, الياسمين Yasmine, النور Nour, الوفاء Wafa, الرياض"
                    + " Riad, البحر La_Mer, الزيتونة Zitouna, الفرح El_Farah, النجاح Najah, الزهور Zouhour, البركة"
                    + " Baraka,"
                    + " القدس Al_Qods, المحيط L’Océan, الشروق Chourouk, المنارة Ménara");

    private static final List<PersonName> SHOPS = pairs("بقالة Épicerie, صيدلية Pharmacie, مخبزة Boulangerie, مكتبة"
            + " Librairie, جزارة Boucherie, متجر Boutique, عطارة Herboristerie");
    private static final List<PersonName> CAFES =
            pairs("مقهى Café, مقهى_ومطعم Café-restaurant, مقهى_ومخبزة Café-pâtisserie");
    private static final List<PersonName> HAIRDRESSERS = pairs("صالون Salon, حلاقة Coiffure");
    private static final List<PersonName> OFFICES =
            pairs("مكتب Cabinet, شركة Société, وكالة Agence, مكتب_دراسات Bureau_d’études");

    private Names() {}

    static PersonName of(Kind kind, Dice dice) {
        return switch (kind) {
            case FAMILY, FAMILY_AT_HOME, SHARED_METER, OWNER_ABROAD, LEAK -> person(dice);
            case SHOP -> any(SHOPS, dice).followedBy(any(OWN_NAMES, dice));
            case CAFE -> any(CAFES, dice).followedBy(any(OWN_NAMES, dice));
            case HAIRDRESSER -> any(HAIRDRESSERS, dice).followedBy(any(OWN_NAMES, dice));
            case OFFICE -> any(OFFICES, dice).followedBy(any(FAMILIES, dice));
        };
    }

    private static PersonName person(Dice dice) {
        List<PersonName> given = dice.between(0, 1) == 0 ? WOMEN : MEN;
        return any(given, dice).followedBy(any(FAMILIES, dice));
    }

    private static PersonName any(List<PersonName> names, Dice dice) {
        return names.get(dice.below(names.size()));
    }

    /// All names, for a test to look at their letters.
    static List<PersonName> all() {
        return List.of(MEN, WOMEN, FAMILIES, OWN_NAMES, SHOPS, CAFES, HAIRDRESSERS, OFFICES).stream()
                .flatMap(List::stream)
                .toList();
    }

    /// Pairs set side by side, so that one cannot slip against the other: Arabic first, `_` for a space inside a name.
    private static List<PersonName> pairs(String text) {
        return List.of(text.split(",")).stream()
                .map(pair -> pair.strip().split("\\s+"))
                .map(pair -> new PersonName(pair[0].replace('_', ' '), pair[1].replace('_', ' ')))
                .toList();
    }
}
