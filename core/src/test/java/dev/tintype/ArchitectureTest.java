package dev.tintype;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.tintype.restore.Stage;
import java.awt.image.DataBuffer;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.tintype");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.tintype.(**)").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void stagesAreRecords() {
        classes()
                .that()
                .implement(Stage.class)
                .should()
                .beRecords()
                .because("the components of a stage are its options")
                .check(CORE);
    }

    @Test
    void nothingIsMutable() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("dev.tintype..")
                .and()
                .areDeclaredInClassesThat()
                .areNotAssignableTo(DataBuffer.class) // AWT's name for storing a sample is setElem
                .should()
                .haveNameNotMatching("set[A-Z].*")
                .because("values are made whole and never change")
                .check(CORE);
    }

    @Test
    void onlyReadAndWriteTouchAwt() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..read..", "..write..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.imageio..")
                .because("pixels are planes of floats everywhere else")
                .check(CORE);
    }
}
